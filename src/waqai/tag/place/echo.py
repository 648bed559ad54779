"""Names that a kind word announced once ("قرية كذا"), found again where they stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.gazetteer.phrase import PlacePhrase
from waqai.tag.place.scan import Scan
from waqai.values.place import PlacePrecision

_TRUSTED: Final = frozenset({"city", "town", "village", "camp", "neighbourhood"})
_CLITICS: Final = ("و", "ب", "ل")
_IN: Final = "في"
_SHORTEST: Final = 4
"""Letters of the shortest unknown name that is looked for again."""


def add_echoes(scan: Scan, found: Sequence[PlacePhrase]) -> list[PlacePhrase]:
    """Add the later and earlier mentions of unknown names; give all in text order."""
    names = {
        p.name: p for p in found if not p.known and (p.kind in _TRUSTED or not p.kind) and len(p.name) >= _SHORTEST
    }
    if not names:
        return list(found)
    by_word: dict[str, list[tuple[list[str], PlacePhrase]]] = {}
    for name, phrase in names.items():
        words = name.split()
        by_word.setdefault(words[0], []).append((words, phrase))
    taken = bytearray(scan.size + 1)
    for p in found:
        taken[p.first : p.last] = b"\1" * (p.last - p.first)
    begin = frozenset(clitic + word for word in by_word for clitic in ("", *_CLITICS))
    here = [at for at in scan.words.where(begin) if not taken[at]]
    echoes = [e for at in here if (e := _echo(scan, at, scan.texts[at], by_word)) is not None]
    return sorted([*found, *echoes], key=lambda p: p.first) if echoes else list(found)


def _echo(
    scan: Scan, at: int, text: str, by_word: dict[str, list[tuple[list[str], PlacePhrase]]]
) -> PlacePhrase | None:
    for clitic, bare in (("", text), (text[:1], text[1:])):
        if clitic and clitic not in _CLITICS:
            continue
        for words, phrase in by_word.get(bare, ()):
            if scan.texts[at + 1 : at + len(words)] != words[1:]:
                continue
            if len(words) == 1 and (scan.worded[at] or at in scan.persons or scan.cue(at, "common")):
                continue
            if not phrase.kind and (not at or scan.texts[at - 1] != _IN):
                continue
            last = at + len(words)
            return PlacePhrase(
                at,
                last,
                at,
                last,
                at,
                last,
                phrase.name,
                "",
                PlacePrecision(phrase.precision),
                "in",
                clitic,
                clitic,
                phrase.containers,
            )
    return None
