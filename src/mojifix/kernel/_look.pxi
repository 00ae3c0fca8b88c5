"""The very first look at a text: see look.py."""

cdef extern from *:
    """
    /* Every str ends with a NUL that is no part of it, so one beyond the last may be read. Without
       a way out of the loop it is compiled into steps of 16 and more characters. */
    #define MOJIFIX_SPELLED(type, before, here, next) (type)( \\
        ((before == ';') & (here == '&')) | ((before == '\\\\') & (here == 'u')) \\
        | ((before == 'a') & (here == 'E') & (next == 'U')) \\
        | ((before == 'A') & (here == '(') & ((next | 0x20) == 'c')) \\
        | ((here == '?') & ((type)(next - 'a') < 26) \\
            & ((before == '?') | ((type)((before | 0x20) - 'a') < 26))))
    #define MOJIFIX_SHOWS(name, type) \\
    static int name(const type* chars, Py_ssize_t length) { \\
        type spelled = 0, forms = 0, controls = 0, wide = 0; \\
        Py_ssize_t i; \\
        forms = length && !chars[0]; \\
        controls = length && (type)(chars[0] - 0x80) < 0x20; \\
        for (i = 1; i < length; i++) { \\
            type before = chars[i - 1], here = chars[i], next = chars[i + 1]; \\
            spelled |= MOJIFIX_SPELLED(type, before, here, next); \\
            forms |= (type)(here == 0); \\
            controls |= (type)((type)(here - 0x80) < 0x20); \\
        } \\
        if (sizeof(type) > 1) \\
            for (i = 0; i < length; i++) { \\
                uint32_t here = chars[i]; \\
                forms |= (type)(here - 0xd800u < 0x800u); \\
                wide |= (type)((here - 0x1000u < 0x1000u) | (here - 0x2e80u < 0xd180u)); \\
            } \\
        return spelled | forms << 1 | controls << 2 | wide << 3; \\
    }
    MOJIFIX_SHOWS(mojifix_shows_1, uint8_t)
    MOJIFIX_SHOWS(mojifix_shows_2, uint16_t)
    MOJIFIX_SHOWS(mojifix_shows_4, uint32_t)
    static int mojifix_spells(const uint8_t* chars, Py_ssize_t length) {
        uint8_t found = length && !chars[0];
        Py_ssize_t i;
        for (i = 1; i < length; i++) {
            uint8_t before = chars[i - 1], here = chars[i], next = chars[i + 1];
            found |= (uint8_t)(here == 0) | MOJIFIX_SPELLED(uint8_t, before, here, next);
        }
        return found;
    }
    """
    int shows_1 "mojifix_shows_1"(const uint8_t* chars, Py_ssize_t length) noexcept nogil
    int shows_2 "mojifix_shows_2"(const uint16_t* chars, Py_ssize_t length) noexcept nogil
    int shows_4 "mojifix_shows_4"(const uint32_t* chars, Py_ssize_t length) noexcept nogil
    int spells "mojifix_spells"(const uint8_t* chars, Py_ssize_t length) noexcept nogil

cdef enum:
    LEFT = 16


cpdef bint plain(object text):
    """Is it a str of ASCII alone, in which nothing may spell damage?"""
    if not PyUnicode_Check(text) or not PyUnicode_IS_COMPACT_ASCII(text):
        return False
    # ASCII has neither controls of C1 nor characters from U+1000 on.
    return not spells(<const uint8_t*>PyUnicode_1BYTE_DATA(text), len(<str>text))


def kinds(str text):
    """The characters of a text that are not ASCII, each once, in the order in which they come."""
    cdef Py_ssize_t length = len(text)
    cdef int kind = PyUnicode_KIND(text)
    # A bit for each character that there may be.
    cdef Py_ssize_t most = 0x110000 if kind == PyUnicode_4BYTE_KIND else 0x10000
    cdef uint8_t* met = NULL
    cdef uint32_t* found = NULL
    cdef Py_ssize_t number
    if PyUnicode_IS_COMPACT_ASCII(text):
        return ""
    met = <uint8_t*>calloc(most >> 3, 1)
    found = <uint32_t*>malloc(length * sizeof(uint32_t))
    try:
        if met == NULL or found == NULL:
            raise MemoryError
        if kind == PyUnicode_1BYTE_KIND:
            number = _kinds(<const uint8_t*>PyUnicode_1BYTE_DATA(text), length, met, found)
        elif kind == PyUnicode_2BYTE_KIND:
            number = _kinds(<const uint16_t*>PyUnicode_2BYTE_DATA(text), length, met, found)
        else:
            number = _kinds(<const uint32_t*>PyUnicode_4BYTE_DATA(text), length, met, found)
        return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, found, number)
    finally:
        free(met)
        free(found)


cdef Py_ssize_t _kinds(
    const Char* chars, Py_ssize_t length, uint8_t* met, uint32_t* found
) noexcept:
    cdef Py_ssize_t i, number = 0
    cdef uint32_t char
    for i in range(length):
        char = chars[i]
        if char >= 0x80 and not met[char >> 3] >> (char & 7) & 1:
            met[char >> 3] |= 1 << (char & 7)
            found[number] = char
            number += 1
    return number


cdef inline bint _letter(uint32_t char) noexcept nogil:
    return 0x61 <= (char | 0x20) <= 0x7A


@cython.final
cdef class Look:
    """Looks for characters that may show damage."""

    cdef uint8_t[0x1000] _roles  # 1: between letters of ASCII; 2: anywhere

    def __cinit__(self, str between, str anywhere):
        cdef uint32_t char
        for char in range(0x1000):
            self._roles[char] = 0
        for role, chars in ((1, between), (2, anywhere)):
            for each in chars:
                if ord(each) >= 0x1000:
                    raise ValueError(f"{each!r} is beyond U+0FFF")
                self._roles[ord(each)] = role

    def __call__(self, str text):
        """All that there is, as bits."""
        return self.seen(text)

    cdef int seen(self, str text) noexcept:
        cdef Py_ssize_t length = len(text)
        cdef int kind = PyUnicode_KIND(text)
        cdef const uint8_t* one
        cdef const uint16_t* two
        cdef const uint32_t* four
        if kind == PyUnicode_1BYTE_KIND:
            one = <const uint8_t*>PyUnicode_1BYTE_DATA(text)
            return shows_1(one, length) | self._left(one, length)
        if kind == PyUnicode_2BYTE_KIND:
            two = <const uint16_t*>PyUnicode_2BYTE_DATA(text)
            return shows_2(two, length) | self._left(two, length)
        four = <const uint32_t*>PyUnicode_4BYTE_DATA(text)
        return shows_4(four, length) | self._left(four, length)

    cdef int _left(self, const Char* chars, Py_ssize_t length) noexcept:
        cdef Py_ssize_t i
        cdef uint32_t char
        cdef uint8_t role
        for i in range(length):
            char = chars[i]
            if 0x80 <= char < 0x1000:
                role = self._roles[char]
                if role and (role == 2 or (i and _letter(chars[i - 1]) and _letter(chars[i + 1]))):
                    return LEFT
        return 0
