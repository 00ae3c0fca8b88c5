# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The compiled twins of look.py, grams.py, scanner.py and door.py: see there for what they do and
why. They are one module, so that a loop of one can call another's without a detour by Python.
"""

import sys

cimport cython
from libc.stdint cimport int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memcmp, memcpy, memset

from cpython.unicode cimport (
    PyUnicode_1BYTE_DATA, PyUnicode_1BYTE_KIND, PyUnicode_2BYTE_DATA, PyUnicode_2BYTE_KIND,
    PyUnicode_4BYTE_DATA, PyUnicode_4BYTE_KIND, PyUnicode_Check, PyUnicode_CheckExact,
    PyUnicode_KIND,
)

from mojifix.kernel.scanner import Odd

cdef extern from "Python.h":
    bint PyUnicode_IS_COMPACT_ASCII(object text)
    object PyUnicode_FromKindAndData(int kind, const void* chars, Py_ssize_t length)

cdef extern from *:
    """
    #if defined(__GNUC__)
    #define mojifix_ask(address) __builtin_prefetch(address)
    #else
    #define mojifix_ask(address) ((void)(address))
    #endif
    """
    void ask "mojifix_ask"(const void* address) noexcept nogil

ctypedef fused Char:
    uint8_t
    uint16_t
    uint32_t


cdef inline uint64_t _mix(uint64_t key) noexcept nogil:
    key *= <uint64_t>0x9E3779B97F4A7C15
    return key >> 40


include "_look.pxi"
include "_shelf.pxi"
include "_grams.pxi"
include "_scanner.pxi"
include "_door.pxi"
