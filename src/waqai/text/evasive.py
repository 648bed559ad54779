"""Evasive spelling undone: words broken up to slip past a platform's filters, and words that a capture glued together.

A break is undone where the joined letters are a word of the lexicon and the pieces are not words
themselves, so "قتل.وأصيب" stays two words; and where letters are drawn out on both sides of it ("الحـ.ـربي"), which
nobody does between words. A name of single letters ("ب ي د") stays as it is. A tied ta ends a word: where letters follow it, a page's line break was lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from waqai.text.fold import Folded, fold, fold_key, fold_letters

_L = "\u0621-\u063a\u0641-\u064a"
_V = "\u064b-\u0652"
_BREAK = rf"(?:[{_V}]*(?:ـ+[ .,\-*/]{{1,3}})+ـ*|[ .\-*/]{{1,2}}ـ+|[.\-*/~']{{1,2}}ـ*|\| ?ـ*|[A-Za-z0-9\u0660-\u0669@$]{{1,2}}[.ـ]*)"
_LETTERS = f"[{_L}]++(?:[ـ{_V}]++[{_L}]++)*"
_CANDIDATE = re.compile(f"(?<![{_L}]){_LETTERS}(?:[ـ{_V}]*{_BREAK}{_LETTERS})+ـ*")
"""Tried at the first letter of a word alone, and its runs of letters are never given back. The group around them may be: early releases of
Python 3.11 lose a match behind a possessive group."""
_TATWEEL = "ـ"
_TIGHT = re.compile(rf"[.\-*/~'|A-Za-z0-9\u0660-\u0669@$](?<=[{_L}{_V}.\-*/~'|A-Za-z0-9\u0660-\u0669@$].)[{_L}]")
"""What a line has in which words may be broken up without a tatweel: most lines, and every other text, have neither and are not read further."""
_CUT = re.compile(_BREAK)
_SWAPPED = re.compile(rf"(?<!\w)([{_L}]+)([A-Za-z357])([{_L}]+)(?!\w)")
"""A word of which one letter is written as one of another script that sounds or looks like it: "الاrهاب", "دا3ش"."""
_ODD = re.compile(f"[A-Za-z357](?<=[{_L}].)[{_L}]")
"""What a line has in which there may be such a word."""
_SOUNDS = dict(zip("abdefghijklmnoqrstwyz357", "ابديفغهيجكلمنوقرستويزعخح", strict=True))
_GLUED = re.compile(f"ة(?<=[{_L}ـ]ة)(?=[{_L}]{{2}})")
_GLUED_HAMZA = re.compile(f"إ(?<=[{_L}]إ)(?<![اأبوفلكسة]إ)(?=[{_L}]{{2}})")
"""Alif with hamza below begins a word, behind which only these letters can be joined to it."""
_NEWS = (
    "استشهد أصيب استهدف اندلع اعتقل كشف أعلن أفاد أكد تعرض انفجر ارتفع عاود استشهاد استهداف اعتقال انفجار اندلاع اشتباكا مقتل"
    " نفذت شنت داهمت قصفت فقدان غارا التحالف الاحتلال القوا القصف الطيران"
).split()
_NEWS_BEHIND = {"نفذ": "ةدرلبعسشصطهح", "قصف": "اةدرعقسشصطه"}
"""Those that end other words, and the letters behind which they are words of their own."""


def _behind_letters(words: Iterable[str], behind: Mapping[str, str]) -> str:
    """Write words with three letters ahead of them as a pattern: by first letter, for which the engine looks at once, and then back."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[0], []).append(word[1:])
    ways = [f"{head}(?<=[{_L}]{{3}}.)(?:{'|'.join(rest)})" for head, rest in heads.items()]
    ways += [f"{word[0]}(?<=[{_L}]{{2}}[{letters}].){word[1:]}" for word, letters in behind.items()]
    return "|".join(ways)


_VERB = re.compile(f"(?:{_behind_letters(_NEWS, _NEWS_BEHIND)})ت?(?![{_L}])")
"""Words with which the press begins a sentence, behind a word that a page's line break was lost behind: "… at Tishrin|was killed …"."""
_DRAWN_OUT = re.compile(rf"[{_V}]*ـ+[ .]{{1,2}}ـ+")
_TAIL = re.compile(f"[{_L}]{{3,}}$")
_DERIVED = ("مست", "است", "المست", "واست", "وال", "بال", "فال", "كال", "وبال", "وان")
"""What stands before letters of a verb in a word derived from it, or joined to it."""
_URGENT = re.compile(f"عا+جـ*لـ*(?=[{_L}ـ]{{3}})(?!ت?(?:ه|ين)|وه)")
"""The tag "urgent" with the first word of the news glued to it."""
_LONE_AND = "و كان"
_AND = re.compile(rf"(?<![{_L}])و( )(?=كان(?:ت|وا)?(?![{_L}]))")
"""An "and" that some papers set apart from the verb that opens background: "and |had|"."""
_LONE = re.compile(f" [{_L}] ")
_SPACED = re.compile(f"(?<![{_L}])[{_L}](?: [{_L}]){{2,}}(?![{_L}])")


def mend(raw: str, is_word: Callable[[str], bool]) -> Folded:
    """Fold a text without the breaks that split lexicon words, and with glued ones parted; the map leads to the raw text.

    A space parts what may be two words of one sentence; where the second begins the news, a newline: its line break was lost.
    """
    drop: list[tuple[int, int]] = []
    begun: list[int] = []
    swapped: dict[int, str] = {}
    at = 0
    for line in raw.split("\n") if _TATWEEL in raw or _TIGHT.search(raw) else ():
        if _TATWEEL in line or _TIGHT.search(line):
            for m in _SWAPPED.finditer(line) if _ODD.search(line) else ():
                sound = _SOUNDS.get(m[2].lower(), "")
                if sound and is_word(fold_letters(m[1] + sound + m[3])):
                    drop.append((at + m.start(2), at + m.end(2)))
                    swapped[at + m.end(2)] = sound
            for m in _CANDIDATE.finditer(line):
                cuts = _breaks(m.group(), at + m.start(), is_word)
                if (glued := _glued_and_broken(m.group(), is_word)) is not None:
                    cuts = cuts or [(at + m.start() + a, at + m.start() + b) for a, b in glued[0]]
                    begun.append(at + m.start() + glued[1])
                drop += cuts
        at += len(line) + 1
    for m in _SPACED.finditer(raw) if _LONE.search(raw) else ():
        if is_word(fold_key(m.group().replace(" ", ""))) and not is_word(fold_key(m.group())):
            drop += [(m.start() + i, m.start() + i + 1) for i, c in enumerate(m.group()) if c == " "]
    if _LONE_AND in raw:
        drop += [m.span(1) for m in _AND.finditer(raw)]
    begun += [m.start() for m in _VERB.finditer(raw) if _is_glued(raw, m, is_word)]
    begun += [m.end() for m in _URGENT.finditer(raw)]
    part = dict.fromkeys([m.end() for m in _GLUED.finditer(raw)], " ")
    part |= dict.fromkeys([m.start() for m in _GLUED_HAMZA.finditer(raw)], " ")
    part |= dict.fromkeys(begun, "\n")
    part = {at: new for at, new in part.items() if not any(a <= at <= b for a, b in drop)}
    return fold(raw, drop=sorted(drop), part=part | swapped)


def _is_glued(raw: str, verb: re.Match[str], is_word: Callable[[str], bool]) -> bool:
    """Tell whether the letters before a verb are another word and not part of one with it."""
    before = _TAIL.search(raw[max(0, verb.start() - _LONGEST) : verb.start()])
    return (
        before is not None and before.group() not in _DERIVED and not is_word(fold_key(before.group() + verb.group()))
    )


def _glued_and_broken(text: str, is_word: Callable[[str], bool]) -> tuple[list[tuple[int, int]], int] | None:
    """Find the breaks of a word that is glued to the one before it, and where it begins: "Tishrin|mar-ty-red"."""
    joined = "".join(_RUN.findall(_CUT.sub(" ", text)))
    verb, urgent = _VERB.search(joined), _URGENT.match(joined)
    if verb is None and urgent is None:
        return None  # so it is with most
    cuts = [m.span() for m in _CUT.finditer(text)]
    letters = [i for i, c in enumerate(text) if _LETTER.match(c) and not any(a <= i < b for a, b in cuts)]
    if urgent is not None:
        begin = letters[urgent.end()]
    elif verb is not None and _is_glued(joined, verb, is_word):
        begin = letters[verb.start()]
    else:
        return None
    inside = [(a, b) for a, b in cuts if a > begin]
    return (inside, begin) if inside else None


_PREFIXES = ("و", "ب", "ل", "ف", "ال", "وال")
"""What can stand joined before a number: "3 killed |and 5| hurt"."""
_LETTER = re.compile(f"[{_L}]")
_RUN = re.compile(f"[{_L}]+")
_LONGEST = 16
"""Letters of the longest word before a lost line break that is looked at."""


def _breaks(text: str, at: int, is_word: Callable[[str], bool]) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _CUT.finditer(text)]
    edges = [0, *[e for _, e in cuts]]
    ends = [*[s for s, _ in cuts], len(text)]
    pieces = [fold_letters(text[a:b]) for a, b in zip(edges, ends, strict=True)]
    found = [(at + a, at + b) for a, b in cuts if _DRAWN_OUT.fullmatch(text[a:b])]
    i = 0
    while i < len(pieces) - 1:
        if pieces[i] in _PREFIXES and text[slice(*cuts[i])].isdigit():
            i += 1
            continue
        for j in range(len(pieces), i + 1, -1):
            part = pieces[i:j]
            whole = "".join(part)
            if len(whole) > 2 and is_word(whole) and not all(len(p) > 2 and is_word(p) for p in part):
                found += [cut for a, b in cuts[i : j - 1] if (cut := (at + a, at + b)) not in found]
                i = j - 1
                break
        i += 1
    return found
