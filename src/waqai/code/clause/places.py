"""The places of one clause: where its act can have been, and where somebody came from or went."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.code.clause.attempt import ahead_of_aim
from waqai.code.clause.driven import is_driven_from
from waqai.code.clause.header import is_header
from waqai.code.clause.hospitals import HOSPITALS, only_treats
from waqai.code.clause.joined import is_set_apart, with_list
from waqai.code.clause.lies import (
    is_avenged,
    is_bracketed,
    is_by_name,
    is_called_too,
    is_his_work,
    is_name_in_brackets,
    is_nickname,
    is_of_charge,
    is_other_name,
    is_workplace,
    only_locates,
    without_bearing,
    without_road,
)
from waqai.code.clause.posted import is_fired_from, without_posts
from waqai.code.clause.put_aside import ON, TOWARDS, is_aside, says_towards
from waqai.code.clause.scene import Scene
from waqai.code.clause.spoken import (
    is_correspondent,
    is_holder_said,
    is_of_briefing,
    is_of_office,
    is_of_speaker,
    says_no_place,
    speaks,
)
from waqai.lexicon.entry import Kind
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.place.find import PlacePhrase

_AVENGES = "avenges"
_BECAUSE = "because"
_GROUNDS = "grounds"
_SPREADS, _TO = "spreads", "الي"
_VILLAGE = "village"
_WATER = ("بحيره", "نهر ")
_MOUNTAIN = ("جبل ", "جبال ")
_BETWEEN = frozenset({"between", "road"})


class ClausePlaces(msgspec.Struct):
    """Places where the act can have happened, those that it or somebody came from, and those it was on the way to."""

    own: list[tuple[int, PlacePhrase]]
    homes: list[tuple[int, PlacePhrase]]
    aims: list[tuple[int, PlacePhrase]]
    header: int = -1
    """The chunk of the place that heads an item: "A: three killed by shelling"."""


def clause_places(scene: Scene) -> ClausePlaces:
    """Sort the places of a clause."""
    named = [(k, m) for k in scene.places if isinstance(m := scene.row[k].mention, PlacePhrase)]
    return _sorted(scene, named) if named else ClausePlaces([], [], [])


def _sorted(scene: Scene, named: Sequence[tuple[int, PlacePhrase]]) -> ClausePlaces:
    row, lo, hi, marks = scene.row, scene.lo, scene.hi, scene.marks
    aims: list[tuple[int, PlacePhrase]] = []
    found: list[tuple[int, PlacePhrase]] = []
    home: list[tuple[int, PlacePhrase]] = []
    spoken: list[tuple[int, PlacePhrase]] = []
    paired, bare = False, False
    between = header = put_aside = located = aside_list = -1
    avenges = _first(row, lo + 1, hi, _AVENGES) if _AVENGES in marks else hi
    for k, mention in named:
        if mention.relation == "seat" or is_nickname(row, lo, k) or speaks(row, lo, hi, k):
            continue
        if mention.relation in _BETWEEN and 0 <= mention.list_id == between:
            continue
        if paired and (row[k].joined or (row[k].linked and row[k].gap == 1)):  # "between A |and the capital| B"
            paired = False
            continue
        paired = mention.relation in _BETWEEN
        between = mention.list_id if paired else -1
        if marks.get(_BECAUSE, k) < k or _is_origin(row, lo, k, mention):
            if not is_correspondent(row, lo, k):
                home.append((k, mention))
            aside_list = mention.list_id
            continue
        heads = is_header(row, lo, hi, k)
        if heads or _is_of_body(row, lo, k) or is_workplace(row, lo, k):
            home.append((k, mention))
            header = k if heads and header < 0 else header
            continue
        if is_avenged(row, avenges, k) or is_of_briefing(row, lo, k):
            continue
        if _GROUNDS in marks and (found or home) and is_of_charge(row, lo, k):
            continue
        if row[k].prep == _TO and (marks.get(_SPREADS, k) < k or _is_lured_to(row, lo, k)):
            found.append((k, mention))
            continue
        if is_aside(row, lo, k, marks):
            aside_list = mention.list_id
            put_aside = k
            if _is_towards(row, lo, k):
                aims.append((k, mention))
            continue
        if 0 <= mention.list_id == aside_list or is_called_too(row, k, put_aside):
            continue
        if is_his_work(row, lo, k) or is_by_name(row, k, hi) or (home and is_name_in_brackets(row, k, home[-1][0])):
            continue
        of_its_own = bool(mention.kind) and (bare or (bool(found) and is_set_apart(row, k)))  # "A around B |and C|"
        if (0 <= mention.list_id == located and not of_its_own) or is_bracketed(row, k, located):
            continue
        if k - 1 != put_aside and only_locates(row, lo, k):
            located, bare = mention.list_id, not mention.kind and bool(found)
            continue
        if only_treats(row, lo, hi, k) or is_other_name(row, lo, k) or (found and _is_water(row[k], mention)):
            continue
        said = _goes_on(spoken, mention) or is_of_speaker(row, lo, k) or is_of_office(row, lo, hi, k)
        (spoken if said else found).append((k, mention))
    cited = [] if spoken and not found and says_no_place(row, lo, hi, [k for k, _ in spoken]) else spoken
    own = _without_landscape(row, without_posts(row, lo, found)) if len(found) > 1 else found
    own = own or _of_one_office(row, hi, cited)
    return ClausePlaces(own, home, with_list(aims, named), header)


def _is_water(chunk: Chunk, mention: PlacePhrase) -> bool:
    """Tell whether a place only says on what water another lies: "a village |on Lake| A"."""
    return mention.name.startswith(_WATER) and not chunk.joined


def _of_one_office(
    row: Sequence[Chunk], hi: int, cited: list[tuple[int, PlacePhrase]]
) -> list[tuple[int, PlacePhrase]]:
    """Keep the first of the places of one office: "the head of the council of the districts |of A and B| said that …"."""
    return cited[:1] if len(cited) > 1 and is_holder_said(row, hi, cited[0][0]) else cited


def _goes_on(named: list[tuple[int, PlacePhrase]], mention: PlacePhrase) -> bool:
    """Tell whether a place is of one list with the last of those named: "activists in A |and B| said"."""
    return bool(named) and 0 <= mention.list_id == named[-1][1].list_id


def _is_origin(row: Sequence[Chunk], lo: int, k: int, mention: PlacePhrase) -> bool:
    """Tell whether somebody or something only comes from a place: out of one from which they were driven, they were driven there."""
    if _is_native(row, lo, k) or is_fired_from(row, lo, k):
        return True
    return (row[k].prep == "من" or mention.relation == "from") and not is_driven_from(row, lo, k)


def _first(row: Sequence[Chunk], lo: int, hi: int, cls: str) -> int:
    """Find the first particle of a class; ``hi`` where there is none."""
    for k in range(lo, hi):
        if row[k].particle == cls:
            return k
    return hi


def _is_towards(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether an act can have been on its way to a place: to a hospital people are only taken."""
    if row[k].prep == _TO and getattr(row[k].mention, "name", "").startswith(HOSPITALS):
        return False
    return says_towards(row[k]) or _is_aimed_at(row, lo, k)


def _without_landscape(row: Sequence[Chunk], found: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Leave out a river where a place of people is named too: "crossed to the other bank |of the river| and attacked A"; the mountain on which a village lies; and the road to a point on it."""
    found = without_bearing(row, without_road(row, ahead_of_aim(row, found)))
    if any(mention.kind == _VILLAGE and not mention.name.startswith(_MOUNTAIN) for _, mention in found):
        on = {k for k, m in found if m.kind != _VILLAGE and (row[k].prep in ON or (row[k].gap and not row[k].linked))}
        found = [(k, m) for k, m in found if not (k in on and m.name.startswith(_MOUNTAIN))]
    if len(found) <= 1 or not any(mention.name.startswith(_WATER) for _, mention in found):
        return found
    dry = [(k, mention) for k, mention in found if not mention.name.startswith(_WATER)]
    return found if not dry or row[dry[0][0]].joined else dry


def _is_of_body(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place is part of the name of a body that owns what was hit: "a car of [l-] |the council of| A"."""
    if k == lo or row[k - 1].particle != "link" or not row[k].gap or row[k].prep or row[k].joined:
        return False
    return not getattr(row[k].mention, "relation", "")


def _is_aimed_at(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether something was fired at what lies in the place: "towards |fields| between A and B"."""
    for j in range(k - 1, max(lo, k - 4) - 1, -1):
        if row[j].text in TOWARDS:
            return j < k - 1
        if row[j].sort is not Sort.ACTOR and row[j].reading(Kind.OBJECT) is None:
            return False
    return False


def _is_native(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether the place is where a person comes from: "of the sons of", "hailing from", "who fled from the quarters |and the camp of A|"."""
    return k > lo and row[k - 1].particle == "native" and (row[k].gap <= 1 or row[k].joined)


def _is_lured_to(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether somebody was lured to a place and kidnapped there."""
    return row[k - 1].particle == "lured" and any(c.entry(Kind.TRIGGER).method == "kidnapping" for c in row[lo:k])
