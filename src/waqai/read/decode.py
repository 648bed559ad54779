"""Bytes into text: UTF-8 first, then what the page declares, then the Arabic code pages."""

from __future__ import annotations

import re
from typing import Final

from waqai.errors import EmptyInputError, EncodingError, TooLargeError

MAX_BYTES: Final = 20_000_000
"""A page larger than this is no news page; it is refused so that it cannot stop a run."""
_DECLARED: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.I)
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_COMMON: Final = re.compile(r"\b(?:ال\w{2,}|في|من|على|إلى|عن)\b")
_UTF_32: Final = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_OLD_MAC: Final = re.compile(r"\r(?!\n)")
_NULS: Final = 20
"""Letters for each NUL, at least, in a text that a broken program put NULs into; binary files have far more."""
_FALLBACKS: Final = ("windows-1256", "iso-8859-6", "utf-16")


def decode(data: bytes, name: str) -> str:
    """Decode a page's bytes.

    A few NULs in good text are left out.
    Raises: EmptyInputError, TooLargeError, EncodingError; each names the file and the reason.
    """
    return with_line_feeds(_characters(data, name))


def with_line_feeds(text: str) -> str:
    """Give the text with a line feed for each carriage return that ends a line alone; no offset moves."""
    return _OLD_MAC.sub("\n", text) if "\r" in text else text


def _characters(data: bytes, name: str) -> str:
    if not data.strip():
        raise EmptyInputError("is empty: nothing to read", where=name)
    if len(data) > MAX_BYTES:
        raise TooLargeError(f"has more than {MAX_BYTES:,} bytes: pages so long are not read", where=name)
    if data.startswith(_UTF_32):  # before UTF-16, whose mark begins one of these
        return data.decode("utf-32", errors="replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _by_guess(data, name)
    text = _without_nuls(text)
    if _CONTROL.search(text[:4000]):
        raise EncodingError("is binary, not a page of text", where=name)
    return text


def _by_guess(data: bytes, name: str) -> str:
    declared = _DECLARED.search(data[:4096])
    tries = ([declared.group(1).decode("ascii")] if declared else []) + list(_FALLBACKS)
    best, most = "", 0
    for encoding in tries:
        try:
            text = _without_nuls(data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
        score = len(_COMMON.findall(text)) if not _CONTROL.search(text[:4000]) else 0
        if score > most:
            best, most = text, score
    if not best:
        raise EncodingError("is no text in UTF-8, windows-1256, ISO-8859-6 or UTF-16: save it as UTF-8", where=name)
    return best


def _without_nuls(text: str) -> str:
    """Leave NULs out where they are few among many letters; a file with more of them is no text."""
    nuls = text.count("\0")
    return text.replace("\0", "") if 0 < nuls * _NULS <= len(text) else text


def has_arabic(text: str) -> bool:
    """Tell whether a text has Arabic letters enough to be read."""
    return len(_ARABIC.findall(text[:200_000])) >= 10
