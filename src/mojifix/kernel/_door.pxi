"""What nothing shows in leaves here: see door.py."""

from functools import wraps

cdef enum:
    SHOWS = 19  # see _SHOWS in door.py, and bits.py
    WIDE = 8
    ODD = 32


@cython.final
cdef class Door:
    """Lets texts pass in which nothing shows."""

    cdef Look _look
    cdef Scanner _scanner
    cdef str _last  # The function that is called asks again what the door has just seen.
    cdef int _seen

    def __cinit__(self, Look look, Scanner scanner):
        self._look = look
        self._scanner = scanner
        self._last = None

    def __call__(self, str text):
        """What shows in a text, as bits: all that ``look`` sees, or ``ODD``; 0 lets it pass."""
        return self._seen if text is self._last else self.seen(text)

    cdef int seen(self, str text) except -1:
        cdef int seen = self._look.seen(text)
        if not (seen & SHOWS or (seen & WIDE and "\ufffd" in text)):
            seen = ODD if self._scanner.stirs(text) else 0
        if seen:
            self._last, self._seen = text, seen
        return seen


def hurried(door):
    """Make a function of a text that gives back what nothing shows in answer faster."""

    def decorated(function):
        opened = None

        def hurrying(text, *, config=None):
            nonlocal opened
            if config is None and PyUnicode_CheckExact(text):
                if PyUnicode_IS_COMPACT_ASCII(text):
                    if plain(text):
                        return text
                else:
                    if opened is None:
                        opened = door()
                    if not (<Door?>opened).seen(text):
                        return text
            return function(text, config=config)

        return wraps(function)(hurrying)

    return decorated
