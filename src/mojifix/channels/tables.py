"""Tables that Python's standard library does not have."""

from __future__ import annotations

from collections.abc import Mapping

_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"  # 80-9F
    "Õắằặấầẩậẽẹếềểễệốồổỗ\u1ee0Ơộờởị\u1ef0ỨỪỬơớƯ"  # A0-BF
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ\u0110ứÒÓÔạỷừửÙÚỹỵÝỡư"  # C0-DF
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"  # E0-FF
)

# TCVN 5712:1993, variant VN3, known as TCVN3 or by its ABC fonts: capitals exist without tone
# marks only (a second font draws the rest), so everything that is not listed is undefined.
_TCVN3 = {
    0xA0: "\u00a0ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}


def viscii() -> list[str | None]:
    """VISCII 1.1 (RFC 1456): letters in all of 80-FF and in six control codes."""
    chars: list[str | None] = [chr(byte) for byte in range(128)]
    for byte, char in _VISCII_LOW.items():
        chars[byte] = char
    return [*chars, *_VISCII_HIGH]


def tcvn3() -> list[str | None]:
    """TCVN3 (TCVN 5712:1993, VN3): ASCII and 74 letters from A1 to FE, and NBSP."""
    chars: list[str | None] = [chr(byte) if byte < 128 else None for byte in range(256)]
    for first, run in _TCVN3.items():
        chars[first : first + len(run)] = run
    return chars


OWN = {"viscii": viscii, "tcvn3": tcvn3}

MERGED: Mapping[str, Mapping[str, str]] = {
    "cp932": dict(zip("￠￡￢∥－～", "¢£¬‖−〜", strict=True)),
    "cp950": dict(zip("￠￡￥‧¯～⊙⊕﹑", "¢£¥•‾∼☉♁､", strict=True)),
}
"""Characters that a codec writes like another one. Shift_JIS, for example, has one code for the
tilde between numbers; Windows reads it as U+FF5E, everybody else as U+301C, and Python's cp932
writes either. A repair has to choose."""
