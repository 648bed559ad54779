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
_FALLBACKS: Final = ("windows-1256", "iso-8859-6", "utf-16")


def decode(data: bytes, name: str) -> str:
    """Decode a page's bytes.

    Raises: EmptyInputError, TooLargeError, EncodingError; each names the file and the reason.
    """
    if not data.strip():
        raise EmptyInputError("is empty: nothing to read", where=name)
    if len(data) > MAX_BYTES:
        raise TooLargeError(f"has more than {MAX_BYTES:,} bytes: pages so long are not read", where=name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _by_guess(data, name)
    if _CONTROL.search(text[:4000]):
        raise EncodingError("is binary, not a page of text", where=name)
    return text


def _by_guess(data: bytes, name: str) -> str:
    declared = _DECLARED.search(data[:4096])
    tries = ([declared.group(1).decode("ascii")] if declared else []) + list(_FALLBACKS)
    best, most = "", 0
    for encoding in tries:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        score = len(_COMMON.findall(text)) if not _CONTROL.search(text[:4000]) else 0
        if score > most:
            best, most = text, score
    if not best:
        raise EncodingError("is no text in UTF-8, windows-1256, ISO-8859-6 or UTF-16: save it as UTF-8", where=name)
    return best


def has_arabic(text: str) -> bool:
    """Tell whether a text has Arabic letters enough to be read."""
    return len(_ARABIC.findall(text[:200_000])) >= 10
