"""Files and streams: bytes in, text with its layout, bytes out.

Theory of operation. A document is text plus what the text alone does not tell: its name and
whether the file began with a byte order mark. Line ends are never translated, so CRLF, CR, mixed
line ends and a missing final newline stay what they are simply by being part of the text, and
``document.encode(document.text)`` is the file, byte for byte.
"""

from mojifix.files.document import STDIN, Document, read

__all__ = ["STDIN", "Document", "read"]
