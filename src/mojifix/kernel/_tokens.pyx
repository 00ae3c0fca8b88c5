# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The compiled twin of mojifix.plausibility.tokens.tokenize: see there for what it does and why."""

cimport cython
from libc.stdint cimport uint32_t
from libc.stdlib cimport calloc, free, malloc, realloc

from cpython.unicode cimport PyUnicode_FromKindAndData, PyUnicode_4BYTE_KIND

cdef enum:
    NONE = -1


@cython.final
cdef class Tokenizer:
    """Splits texts into words and other characters: see mojifix.plausibility.tokens.tokenize.

    ``about`` gives the class, folded form and case of a character, ``word`` makes a word.
    """

    cdef object _about
    cdef object _word
    cdef int _first_other, _mark, _longest
    cdef uint32_t* _kinds   # of each code point, once asked: class, case << 8, and whether known
    cdef uint32_t* _folded

    def __cinit__(self, about, word, int first_other, int mark, int longest):
        self._about, self._word = about, word
        self._first_other, self._mark, self._longest = first_other, mark, longest
        self._kinds = <uint32_t*>calloc(0x110000, sizeof(uint32_t))
        self._folded = <uint32_t*>calloc(0x110000, sizeof(uint32_t))
        if self._kinds == NULL or self._folded == NULL:
            raise MemoryError

    def __dealloc__(self):
        free(self._kinds)
        free(self._folded)

    cdef uint32_t _kind(self, uint32_t char) except 0:
        cls, folded, case = self._about(chr(char))
        self._folded[char] = ord(folded)
        self._kinds[char] = <uint32_t>cls | <uint32_t>case << 8 | <uint32_t>1 << 31
        return self._kinds[char]

    def __call__(self, str text):
        """Split a text into tokens. Every character belongs to one of them."""
        cdef list tokens = []
        cdef Py_ssize_t i, length = len(text), room = 64, used = 0
        cdef uint32_t* folded = <uint32_t*>malloc(room * sizeof(uint32_t))
        cdef void* more
        cdef uint32_t char, kind, following
        cdef int cls, case, script = NONE, uppers = 0, letters = 0, breaks = 0, hyphens = 0
        cdef int first_case = 2, last_case = 2
        cdef bint number = False
        if folded == NULL:
            raise MemoryError
        try:
            for i in range(length):
                char = <uint32_t>text[i]
                kind = self._kinds[char]
                if not kind:
                    kind = self._kind(char)
                cls, case = kind & 0xFF, kind >> 8 & 3
                if used and used == room:
                    more = realloc(folded, 2 * room * sizeof(uint32_t))
                    if more == NULL:
                        raise MemoryError
                    folded = <uint32_t*>more
                    room *= 2
                if cls < self._first_other:
                    if used and (cls != script or used >= self._longest):
                        tokens.append(self._made(
                            script, folded, used, letters, uppers, first_case, breaks, hyphens
                        ))
                        used = 0
                    if not used:
                        uppers = letters = breaks = hyphens = 0
                        first_case, last_case = case, 2
                    script = cls
                    folded[used] = self._folded[char]
                    used += 1
                    letters += 1
                    uppers += case == 1
                    breaks += last_case == 0 and case == 1
                    last_case = case
                    number = False
                    continue
                if used:
                    if cls == self._mark:
                        folded[used] = self._folded[char]
                        used += 1
                        continue
                    if char == 0xAD and i + 1 < length:
                        following = <uint32_t>text[i + 1]
                        kind = self._kinds[following]
                        if not kind:
                            kind = self._kind(following)
                        if <int>(kind & 0xFF) == script:
                            hyphens += 2
                            continue
                    tokens.append(self._made(
                        script, folded, used, letters, uppers, first_case, breaks, hyphens
                    ))
                    used = 0
                if 0x30 <= char <= 0x39:
                    if not number:
                        tokens.append("0")
                    number = True
                else:
                    tokens.append(text[i])
                    number = False
            if used:
                tokens.append(self._made(
                    script, folded, used, letters, uppers, first_case, breaks, hyphens
                ))
            return tokens
        finally:
            free(folded)

    cdef object _made(
        self, int script, uint32_t* folded, Py_ssize_t used, int letters, int uppers,
        int first_case, int breaks, int hyphens,
    ):
        cdef int pattern
        if not uppers:
            pattern = 0
        elif uppers == letters:
            pattern = 1 if uppers == 1 else 3
        elif first_case == 1 and uppers == 1:
            pattern = 2
        else:
            pattern = 4
            hyphens += breaks
        cdef str letters_of = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, folded, used)
        return tuple.__new__(self._word, (script, pattern, letters_of, hyphens))
