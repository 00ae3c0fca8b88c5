r"""Any text as JSON: as itself, or as the Base64 of its bytes where UTF-8 cannot hold it."""

from __future__ import annotations

from collections.abc import Mapping

Field = dict[str, str]


def field(text: str) -> Field:
    r"""Wrap a text: as itself, or as the Base64 of its bytes where UTF-8 cannot hold it.

    >>> field("é"), field("\udce9")
    ({'text': 'é'}, {'bytes': '6Q=='})
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        from base64 import b64encode  # hardly ever needed

        return {"bytes": b64encode(in_utf8(text)).decode()}
    return {"text": text}


def in_utf8(text: str) -> bytes:
    r"""Encode any text: as the bytes that the system or a file gave (PEP 383, as in paths).

    Else as UTF-8 with surrogates encoded like any other code point, as UTF-16 files have them.

    >>> in_utf8("\udce9"), in_utf8("\ud83d")
    (b'\xe9', b'\xed\xa0\xbd')
    """
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")


def value(wrapped: Mapping[str, str]) -> str:
    r"""The text that :func:`field` wrapped. Raises ``ValueError`` for anything else.

    >>> value(field("\udce9")) == "\udce9"
    True
    """
    if "text" in wrapped:
        return wrapped["text"]
    if "bytes" not in wrapped:
        raise ValueError("neither text nor bytes")
    from base64 import b64decode

    data = b64decode(wrapped["bytes"], validate=True)
    text = data.decode(errors="surrogateescape")
    if field(text) != wrapped:
        text = data.decode(errors="surrogatepass")
    return text
