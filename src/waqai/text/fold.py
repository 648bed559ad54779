"""Folding: one spelling for what readers see as one word, with the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

import msgspec

from waqai.text.offsets import OffsetMap

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad\u061c"
_SPACES = "\t\u00a0\u202f\u205f\u3000_" + "".join(chr(c) for c in range(0x2000, 0x200B))
"""Every space but the plain one; an underscore parts the words of a hashtag."""
_SPACE = f" {_SPACES}"
_FORM = "\ufb50-\ufdff\ufe70-\ufefc"
"""Presentation forms: letters and whole words in one of their shapes."""
_FOLLOWING = (
    f"(?:(?<=[{_SPACE}])(?:[{_MARKS}]*[{_SPACE}])+|(?<=[{_MARKS}])[{_MARKS}]*|(?<=[{_FORM}])|(?<=\r)\n?|(?<=#))"
)
_EDIT = re.compile(f"[{_SPACE}{_MARKS}{_FORM}\r#]{_FOLLOWING}")
"""One set of first characters, which the engine looks for at once, and what may follow each."""
_EDIT_BUT_SPACES = re.compile(f"[{_SPACES}{_MARKS}{_FORM}\r#]{_FOLLOWING}")
_WIDE = re.compile(f" [{_SPACE}{_MARKS}]")
"""What makes of a plain space an edit: most texts have none, and no match is tried at their spaces."""
_MARK = re.compile(f"[{_MARKS}]+")
_TAG_REACH = 20
"""How far before a hash its sentence is looked for, in code points."""
_TAG_BEFORE = re.compile(f"[\u0621-\u064a\u066e-\u06d3{_FORM}][{_MARKS}]*[{_SPACE}][{_SPACE}{_MARKS}]*\\Z")
_TAG_AFTER = re.compile(f"[{_MARKS}]*[\u0621-\u064a\u066e-\u06d3{_FORM}]")
_CHANGED = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳ", "ا"), "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ێ": "ي", "ئ": "ي", "ة": "ه", "ۀ": "ه", "ە": "ه", "ھ": "ه",
        "ہ": "ه", "ؤ": "و", "ۆ": "و", "ۇ": "و", "ک": "ك", "گ": "ك", "ڪ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف",
        **{chr(0x660 + d): str(d) for d in range(10)}, **{chr(0x6F0 + d): str(d) for d in range(10)},
        **dict.fromkeys("“”„«»‹›″＂", '"'), "،": ",", "؛": ";", "؟": "?", "٫": ".", "٬": ",", "٪": "%", "۔": ".",
        **dict.fromkeys(_SPACES, " "), "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
        "’": "'", "‘": "'", "…": ".", **{chr(c): chr(c + 32) for c in range(65, 91)},
    }
)  # fmt: skip

_OFTEN = [(old, _CHANGED[ord(old)]) for old in "أإآىئةؤ،«»"]
"""The letters and marks of every page that have another spelling. Replacing one after the other takes a fourth of the time of any translation.

The order makes no difference, because no new spelling is itself changed: keys, which are translated by a table, are spelt alike (tested).
"""
_SELDOM = re.compile(f"[{re.escape(''.join(map(chr, _CHANGED.keys() - {ord(old) for old, _ in _OFTEN})))}]")
"""The others, of which a text has a few kinds at most."""

_UNCHANGED = {c: chr(c) for c in range(0x20, 0x700)}
"""The characters of Arabic pages: one that the table lacks costs an exception inside ``str.translate``."""
_TABLE = {**_UNCHANGED, **_CHANGED}
_UNMARKED = {**_TABLE, **dict.fromkeys(map(ord, "".join(_MARK.findall("".join(map(chr, range(0x10000)))))), None)}
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


class Folded(msgspec.Struct, frozen=True):
    """A text folded, and the map back to its raw characters."""

    raw: str
    text: str
    offsets: OffsetMap


def fold(raw: str, *, drop: Sequence[tuple[int, int]] = (), part: Mapping[int, str] | None = None) -> Folded:
    """Fold a text; raw stretches in ``drop`` (sorted, apart) are left out as if they were marks, and the spaces or newlines of ``part`` put in where it says."""
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done = length = 0
    every = _edits(raw, drop)
    if part:
        every = sorted([*every, *((at, at, new) for at, new in part.items())])
    for start, end, new in every:
        if start < done:
            continue
        pieces.append(raw[done:start])
        length += start - done
        pieces.append(new)
        edits.append((start, end, length, length + len(new)))
        length += len(new)
        done = end
    pieces.append(raw[done:])
    return Folded(raw, _letters("".join(pieces)), OffsetMap(edits))


def _letters(text: str) -> str:
    """Fold a text character by character."""
    for old, new in _OFTEN:
        text = text.replace(old, new)
    for old in set(_SELDOM.findall(text)):
        text = text.replace(old, _CHANGED[ord(old)])
    return text


def _edits(raw: str, drop: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    edit = _EDIT if _WIDE.search(raw) else _EDIT_BUT_SPACES
    found = [(*m.span(), _new(m[0])) for m in edit.finditer(raw) if m[0] != "#" or _is_edit(m)]
    if drop:
        starts, ends = [a for a, _ in drop], list(accumulate((b for _, b in drop), max))
        kept = [e for e in found if not (k := bisect_left(starts, e[1])) or ends[k - 1] <= e[0]]
        found = sorted([(a, b, "") for a, b in drop] + kept)
    return found


def _is_edit(match: re.Match[str]) -> bool:
    """Leave a hash out within a sentence ("the town of #Albab"), where it only marks a word."""
    if match.group() != "#":
        return True
    raw, at = match.string, match.start()
    return bool(_TAG_BEFORE.search(raw, max(0, at - _TAG_REACH), at) and _TAG_AFTER.match(raw, at + 1))


def _new(old: str) -> str:
    first = old[0]
    if "\ufb50" <= first <= "\ufefc" and not "\ufe00" <= first <= "\ufe0f":
        return _MARK.sub("", unicodedata.normalize("NFKC", first)).strip()
    if first == "\r":
        return "\n"
    return " " if first == " " or first in _SPACES else ""


def fold_key(text: str) -> str:
    """Fold a short text for look-up: one space between words, none around; no way back is kept."""
    return " ".join(_EDIT.sub(_edit, text).translate(_TABLE).split())


def fold_letters(text: str) -> str:
    """Fold letters and drop marks, and leave spaces as they are: twice as fast, for whole stories whose words are compared."""
    return (fold_key(text) if _FORMS.search(text) else text).translate(_UNMARKED)


def _edit(match: re.Match[str]) -> str:
    return _new(match.group()) if _is_edit(match) else match.group()
