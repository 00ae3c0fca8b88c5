"""Files and streams: bytes in, text with its layout, bytes out.

Theory of operation. A document is bytes and their reading (:mod:`mojifix.decode`): which encoding
they are in, and which stretches are not. Line ends are never translated, so CRLF, CR, mixed line
ends and a missing final newline stay what they are simply by being part of the text, and what is
written is the same bytes but for the spans. :mod:`.walk` finds the files that a command means,
:mod:`.read` reads them, :mod:`.markers` honors what is written in them, :mod:`.replace` puts a
new file in the place of an old one without ever losing either, and :mod:`.journal` writes down
how to go back.
"""

from mojifix.files.document import BinaryError, Document
from mojifix.files.read import STDIN, STDIN_NAME, read

__all__ = ["STDIN", "STDIN_NAME", "BinaryError", "Document", "read"]
