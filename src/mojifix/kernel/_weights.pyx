# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The compiled twin of weights.py: see there for what it does."""

from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t
from libc.string cimport memcpy

from cpython.bytes cimport PyBytes_AS_STRING
from cpython.unicode cimport (
    PyUnicode_1BYTE_DATA, PyUnicode_1BYTE_KIND, PyUnicode_2BYTE_DATA, PyUnicode_2BYTE_KIND,
    PyUnicode_4BYTE_DATA, PyUnicode_KIND,
)

cdef enum:
    NEVER = 255

ctypedef fused Char:
    uint8_t
    uint16_t
    uint32_t


def weigh(bytes weights, str text, Py_ssize_t start, Py_ssize_t end):
    """What the characters of a part of a text weigh together, and how many weigh anything."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 0), min(end, len(text))
    if kind == PyUnicode_1BYTE_KIND:
        return _weighed(weights, <const uint8_t*>PyUnicode_1BYTE_DATA(text), start, end)
    if kind == PyUnicode_2BYTE_KIND:
        return _weighed(weights, <const uint16_t*>PyUnicode_2BYTE_DATA(text), start, end)
    return _weighed(weights, <const uint32_t*>PyUnicode_4BYTE_DATA(text), start, end)


cdef object _weighed(
    bytes weights, const Char* chars, Py_ssize_t start, Py_ssize_t end
):
    cdef Py_ssize_t i, total = 0, number = 0, known = len(weights)
    cdef const uint8_t* table = <const uint8_t*>PyBytes_AS_STRING(weights)
    cdef uint8_t weight
    for i in range(start, end):
        if chars[i] < known:
            weight = table[chars[i]]
            total += weight
            number += weight != 0
    return total, number


def sums(bytes tables, bytes data, bytes counts, int64_t most):
    """What the bytes of ``data`` weigh together by each table, if that is not too much."""
    cdef list found = []
    cdef Py_ssize_t number, i, length = min(len(data), len(counts) // sizeof(uint32_t))
    cdef const uint8_t* chars = <const uint8_t*>PyBytes_AS_STRING(data)
    cdef const char* times = PyBytes_AS_STRING(counts)
    cdef const uint8_t* table
    cdef uint32_t count
    cdef int64_t total
    for number in range(len(tables) // 256):
        table = <const uint8_t*>PyBytes_AS_STRING(tables) + 256 * number
        total = 0
        for i in range(length):
            if table[chars[i]] == NEVER:
                break
            memcpy(&count, times + i * sizeof(uint32_t), sizeof(uint32_t))
            total += <int64_t>table[chars[i]] * count
            if total > most:
                break
        else:
            found.append((total, number))
    return found
