"""Folding: one spelling for what readers see as one word, with the way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from waqai.text.offsets import OffsetMap

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad\u061c"
_EDIT = re.compile(
    f"[{_MARKS}]+|[\ufb50-\ufdff\ufe70-\ufefc]|[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]{{2,}}|\r\n?|(?<=[\u0621-\u064a] )#(?=[\u0621-\u064a])"
)
_MARK = re.compile(f"[{_MARKS}]+")
_TABLE = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳ", "ا"), "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ئ": "ي", "ة": "ه", "ۀ": "ه", "ە": "ه", "ھ": "ه",
        "ہ": "ه", "ؤ": "و", "ۆ": "و", "ۇ": "و", "ک": "ك", "گ": "ك", "ڪ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف",
        **{chr(0x660 + d): str(d) for d in range(10)}, **{chr(0x6F0 + d): str(d) for d in range(10)},
        **dict.fromkeys("“”„«»‹›″＂", '"'), "،": ",", "؛": ";", "؟": "?", "٫": ".", "٬": ",", "٪": "%", "۔": ".",
        **dict.fromkeys("\t\u00a0\u2002\u2003\u2009\u202f", " "), "_": " ", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
        "’": "'", "‘": "'", "…": ".", **{chr(c): chr(c + 32) for c in range(65, 91)},
    }
)  # fmt: skip


class Folded(msgspec.Struct, frozen=True):
    """A text folded, and the map back to its raw characters."""

    raw: str
    text: str
    offsets: OffsetMap


def fold(raw: str, *, drop: Sequence[tuple[int, int]] = ()) -> Folded:
    """Fold a text; raw stretches in ``drop`` (sorted, apart) are left out as if they were marks."""
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end, new in _edits(raw, drop):
        if start < done:
            continue
        pieces.append(raw[done:start])
        length += start - done
        pieces.append(new)
        edits.append((start, end, length, length + len(new)))
        length += len(new)
        done = end
    pieces.append(raw[done:])
    return Folded(raw, "".join(pieces).translate(_TABLE), OffsetMap(edits))


def _edits(raw: str, drop: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    found = [(m.start(), m.end(), _new(m.group())) for m in _EDIT.finditer(raw)]
    if drop:
        found = sorted(
            [(a, b, "") for a, b in drop] + [e for e in found if not any(a < e[1] and e[0] < b for a, b in drop)]
        )
    return found


def _new(old: str) -> str:
    first = old[0]
    if "\ufb50" <= first <= "\ufefc" and not "\ufe00" <= first <= "\ufe0f":
        return _MARK.sub("", unicodedata.normalize("NFKC", first))
    if first in "\r":
        return "\n"
    return " " if first in " \t\u00a0\u2002\u2003\u2009\u202f\u3000" else ""


def fold_key(text: str) -> str:
    """Fold a short text for look-up: one space between words, none around; no way back is kept."""
    return " ".join(_EDIT.sub(_edit, text).translate(_TABLE).split())


def _edit(match: re.Match[str]) -> str:
    return _new(match.group())
