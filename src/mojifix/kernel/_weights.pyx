# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The compiled twin of weights.py: see there for what it does."""

from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t

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


def weigh(const uint8_t[::1] weights, str text, Py_ssize_t start, Py_ssize_t end):
    """What the characters of a part of a text weigh together, and how many weigh anything."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 0), min(end, len(text))
    if kind == PyUnicode_1BYTE_KIND:
        return _weighed(weights, <const uint8_t*>PyUnicode_1BYTE_DATA(text), start, end)
    if kind == PyUnicode_2BYTE_KIND:
        return _weighed(weights, <const uint16_t*>PyUnicode_2BYTE_DATA(text), start, end)
    return _weighed(weights, <const uint32_t*>PyUnicode_4BYTE_DATA(text), start, end)


cdef object _weighed(
    const uint8_t[::1] weights, const Char* chars, Py_ssize_t start, Py_ssize_t end
):
    cdef Py_ssize_t i, total = 0, number = 0, known = weights.shape[0]
    cdef uint8_t weight
    for i in range(start, end):
        if chars[i] < known:
            weight = weights[chars[i]]
            total += weight
            number += weight != 0
    return total, number


def sums(const uint8_t[::1] tables, const uint8_t[::1] data, int64_t most):
    """What the bytes of ``data`` weigh together by each table, if that is not too much."""
    cdef list found = []
    cdef Py_ssize_t number, i, length = data.shape[0]
    cdef const uint8_t* table
    cdef int64_t total
    for number in range(tables.shape[0] // 256):
        table = &tables[256 * number]
        total = 0
        for i in range(length):
            if table[data[i]] == NEVER:
                break
            total += table[data[i]]
        else:
            if total <= most:
                found.append((total, number))
    return found
