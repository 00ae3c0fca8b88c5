"""Code point offsets as lines and columns."""

from __future__ import annotations

from bisect import bisect_right


class Positions:
    r"""Lines and columns of one text, both counted from 1, columns in code points.

    Lines end at LF, CR LF or CR, as in editors; not at the other characters at which
    ``str.splitlines`` breaks, some of which (U+0085, U+001C) are what damage is made of.

    >>> Positions("ab\r\ncd\re").locate(7)
    (3, 1)
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = [0]
        # Find what comes first, again and again, with two C-speed searches.
        lf, cr = text.find("\n"), text.find("\r")
        while lf >= 0 or cr >= 0:
            if cr >= 0 and (lf < 0 or cr < lf):
                end = cr + 2 if lf == cr + 1 else cr + 1
            else:
                end = lf + 1
            self._starts.append(end)
            if 0 <= lf < end:
                lf = text.find("\n", end)
            if 0 <= cr < end:
                cr = text.find("\r", end)

    @property
    def lines(self) -> int:
        """How many lines there are; a final line end does not begin another one."""
        return len(self._starts) - (self._starts[-1] == self._length and self._length > 0)

    def locate(self, offset: int) -> tuple[int, int]:
        """Tell the line and the column of a code point offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
