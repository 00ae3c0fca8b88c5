"""What a text may have that shows damage, as bits (:class:`~mojifix.kernel.Look`, ``Door``)."""

SPELLED = 1
"""Escapes, two entities in a row, ``â€`` spelled as aEUR, ``Ã`` as A, question marks in the place
of letters."""
FORMS = 2
"""NULs and lone surrogates."""
CONTROLS = 4
"""C1 controls."""
WIDE = 8
"""Letters from U+1000 on: not the signs of U+2000 to U+2E7F, nor what is beyond U+FFFF."""
LEFT = 16
"""Characters that may be left of others."""
ODD = 32
"""None of these, but something that the scanner finds odd."""
