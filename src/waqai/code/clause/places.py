"""The places of one clause: where its act can have been, and where somebody came from or went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.clause.attempt import ahead_of_aim, is_only_named, leads_in
from waqai.code.clause.driven import are_left, is_driven_from
from waqai.code.clause.header import is_header
from waqai.code.clause.hospitals import HOSPITALS, only_treats
from waqai.code.clause.joined import is_besides, is_set_apart, with_list
from waqai.code.clause.lies import (
    is_avenged,
    is_bracketed,
    is_called_too,
    is_carried_to,
    is_his_work,
    is_name_in_brackets,
    is_nickname,
    is_of_charge,
    is_of_house,
    is_other_name,
    is_taken_from,
    is_where_they_were,
    is_workplace,
    only_locates,
    without_bearing,
    without_road,
)
from waqai.code.clause.posted import is_air_base, is_fired_from, is_from_land, is_hit_there, without_posts
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

_ASIDE = frozenset({"origin", "destination", "control", "located", "heard_at"})
TOWARDS = frozenset({"الي", "باتجاه", "نحو", "تجاه", "صوب"})
SOURCE = "مصدر"
"""What "its source is" begins with: fire came from the place behind it."""
_BESIDE = "مع"
"""With a town one stands in solidarity; nothing happens there."""
_AVENGES = "avenges"
_BECAUSE = "because"
_SPREADS, _TO = "spreads", "الي"
_VILLAGE = "village"
_WATER = ("بحيره", "نهر ")
_MOUNTAIN = ("جبل ", "جبال ")
_ON = frozenset({"في", "علي", "ب"})
_BETWEEN = frozenset({"between", "road"})
_LANDS = frozenset({"الاراضي", "اراضي", "الجانب"})
"""Words for the land across a border, out of which it is shot."""


class ClausePlaces(msgspec.Struct):
    """Places where the act can have happened, those that it or somebody came from, and those it was on the way to."""

    own: list[tuple[int, PlacePhrase]]
    homes: list[tuple[int, PlacePhrase]]
    aims: list[tuple[int, PlacePhrase]]
    header: int = -1
    """The chunk of the place that heads an item: "A: three killed by shelling"."""


def clause_places(row: Sequence[Chunk], lo: int, hi: int) -> ClausePlaces:
    """Sort the places of chunks ``[lo, hi)``."""
    aims: list[tuple[int, PlacePhrase]] = []
    found: list[tuple[int, PlacePhrase]] = []
    home, spoken = list[tuple[int, PlacePhrase]](), list[tuple[int, PlacePhrase]]()
    paired, bare = False, False
    between = header = put_aside = located = aside_list = -1
    named = [(k, m) for k, c in enumerate(row[lo:hi], lo) if isinstance(m := c.mention, PlacePhrase)]
    avenges, because = (_first(row, lo + (cls == _AVENGES), hi, cls) if named else hi for cls in (_AVENGES, _BECAUSE))
    for k, mention in named:
        if mention.relation == "seat" or is_nickname(row, lo, k) or speaks(row, lo, hi, k):
            continue
        if mention.relation in _BETWEEN and mention.list_id >= 0 and mention.list_id == between:
            continue
        if paired and (row[k].joined or (row[k].linked and row[k].gap == 1)):  # "between A |and the capital| B"
            paired = False
            continue
        paired = mention.relation in _BETWEEN
        between = mention.list_id if paired else -1
        if because < k or _is_origin(row, lo, k, mention):
            home.extend([] if is_correspondent(row, lo, k) else [(k, mention)])
            aside_list = mention.list_id
            continue
        heads = is_header(row, lo, hi, k)
        if heads or _is_of_body(row, lo, k) or is_workplace(row, lo, k):
            home.append((k, mention))
            header = k if heads and header < 0 else header
            continue
        if is_avenged(row, avenges, k) or is_of_briefing(row, lo, k) or ((found or home) and is_of_charge(row, lo, k)):
            continue
        if row[k].prep == _TO and (_is_lured_to(row, lo, k) or any(c.particle == _SPREADS for c in row[lo:k])):
            found.append((k, mention))
            continue
        if _is_aside(row, lo, k):
            aside_list = mention.list_id
            put_aside = k
            if _is_towards(row, lo, k):
                aims.append((k, mention))
            continue
        if (mention.list_id >= 0 and mention.list_id == aside_list) or is_called_too(row, k, put_aside):
            continue
        if is_his_work(row, lo, k) or (home and is_name_in_brackets(row, k, home[-1][0])):
            continue
        of_its_own = bool(mention.kind) and (bare or (bool(found) and is_set_apart(row, k)))  # "A around B |and C|"
        if (mention.list_id >= 0 and mention.list_id == located and not of_its_own) or is_bracketed(row, k, located):
            continue
        if k - 1 != put_aside and only_locates(row, lo, k):
            located, bare = mention.list_id, not mention.kind and bool(found)
            continue
        if only_treats(row, lo, hi, k) or is_other_name(row, lo, k):
            continue
        if found and mention.name.startswith(_WATER) and not row[k].joined:  # a village |on Lake| A
            continue
        said = _goes_on(spoken, mention) or is_of_speaker(row, lo, k) or is_of_office(row, lo, hi, k)
        (spoken if said else found).append((k, mention))
    cited = [] if not found and spoken and says_no_place(row, lo, hi, [k for k, _ in spoken]) else spoken
    own = _without_landscape(row, without_posts(row, lo, found)) or _of_one_office(row, hi, cited)
    return ClausePlaces(own, home, with_list(aims, named), header)


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


def says_towards(chunk: Chunk) -> bool:
    """Tell whether a word of direction stands before a place, or is the first of its phrase."""
    return chunk.prep in TOWARDS or chunk.text in TOWARDS


def _is_towards(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether an act can have been on its way to a place: to a hospital people are only taken."""
    if row[k].prep == _TO and getattr(row[k].mention, "name", "").startswith(HOSPITALS):
        return False
    return says_towards(row[k]) or _is_aimed_at(row, lo, k)


def _without_landscape(row: Sequence[Chunk], found: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Leave out a river where a place of people is named too: "crossed to the other bank |of the river| and attacked A"; the mountain on which a village lies; and the road to a point on it."""
    found = without_bearing(row, without_road(row, ahead_of_aim(row, found)))
    if any(mention.kind == _VILLAGE and not mention.name.startswith(_MOUNTAIN) for _, mention in found):
        on = {k for k, m in found if m.kind != _VILLAGE and (row[k].prep in _ON or (row[k].gap and not row[k].linked))}
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
    return row[k - 1].particle == "lured" and any(c.entry(Kind.TRIGGER).method == "kidnapping" for c in row[lo:k])


def _is_aside(row: Sequence[Chunk], lo: int, k: int) -> bool:
    if k > lo and is_besides(row, k):
        return False
    if row[k].prep in TOWARDS and leads_in(row, lo, k):
        return False
    if (k > lo and is_only_named(row, lo, k - 1)) or is_air_base(row, lo, k):
        return True
    if is_carried_to(row, lo, k):
        return True
    if not _lies_beside(row, k) and (says_towards(row[k]) or row[k].prep == _BESIDE):
        return True
    if row[k].prep == "علي" and _is_where_posts_are(row, lo, k):
        return True
    if row[k].prep == "علي" and (row[k - 1].sort is Sort.ACTOR or (row[k - 1].particle == "origin" and row[k].gap > 1)):
        return False  # "the army shelled from where it stood |the town of| A"
    if k > lo and row[k - 1].particle == "agent" and row[k - 1].text.startswith(SOURCE) and row[k].gap <= 1:
        return True
    for j in range(k - 1, max(lo - 1, k - 4), -1):
        if row[j].particle == "agent" and row[j].text.startswith(SOURCE) and row[k].prep == "في":
            # "shells |whose source| is X in A hit B", and not "shelling whose source is X in A"
            return any(c.sort is Sort.PLACE or c.has(_HITS) for c in row[k + 1 : k + _HIT])
        if row[j].particle == "origin" and (is_from_land(row, j, k) or is_taken_from(row, lo, j)):
            return False  # "a drone that came |from Syria| near A", "arrested him |from inside a school in| A"
        if row[j].particle == "origin" and are_left(row, lo, j):
            return False  # "a bomb hit |people who fled| the areas of X in A"
        if row[j].particle == "origin" and j + 1 < k and row[k].prep in _ON and row[j + 1].text in _LANDS:
            return False  # "came under fire |from inside Yemeni land, in| the sector of A"
        if row[j].particle == "origin" and (_is_fired_at(row, j, k) or _stands(row[j - 1]) or is_hit_there(row, lo, j)):
            return False
        if is_of_house(row, j, k):
            return False
        at_them = row[j].text in TOWARDS and row[j].last - row[j].first == 1 and is_where_they_were(row, j, k)
        if row[j].particle in _ASIDE and not at_them:
            return row[j].particle != "control" or _is_source_of_fire(row, lo, j)
        if row[j].reading(Kind.OBJECT) is not None and not row[j].prep and row[j - 1].sort is Sort.ACTOR:
            return False  # "shelling whose source is the army hit |houses| in A"
        if row[j].sort is Sort.ACTOR and row[j].prep in TOWARDS:
            return False  # "reinforcements on their way |to the militia| in A"
        if row[j].sort is Sort.PLACE or row[j].reading(Kind.TRIGGER) is not None:
            return False
        if (row[j].sort is Sort.STOP and row[j].text == ",") or row[j].prep == "علي":
            return False
    return False


def _is_where_posts_are(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "upon" says where the posts are that fire came from: "a rocket |whose source is the posts| of X |on the front of| A"."""
    for j in range(k - 2, max(lo - 1, k - _HIT), -1):
        if row[j].particle == "agent" and row[j].text.startswith(SOURCE):
            return row[j + 1].entry(Kind.OBJECT).cls == "military"
    return False


def _lies_beside(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether "to" says where it was, and not where somebody goes or where a base lies: "was killed |to the east of| A"."""
    side = getattr(row[k].mention, "side", "")
    if row[k].prep != _TO or not side.startswith(_THE) or row[k].text != side.split()[0]:
        return False
    return k == 0 or row[k - 1].reading(Kind.OBJECT) is None


_THE: Final = "ال"


def _stands(chunk: Chunk) -> bool:
    """Tell whether something is done at a checkpoint, whose place is that of the act: "arrested him |at its checkpoint| posted at A"."""
    return chunk.has(_CHECKPOINT) and chunk.prep in _AT_IT


_CHECKPOINT: Final = "object.checkpoint"
_AT_IT: Final = frozenset({"علي", "عند", "في"})
_UPON: Final = "علي"
_HITS, _HIT = "trigger.fire_at", 6
"""What fire does, and the chunks from where it came from to what it hit."""


def _is_fired_at(row: Sequence[Chunk], origin: int, k: int) -> bool:
    """Tell whether fire "from" somewhere fell at a place behind: "from a base shells |on| A", "whose source is the areas of X |the town of A|"."""
    if row[k].prep == _UPON:
        return k > origin + 1
    named = any(row[j].sort is Sort.ACTOR for j in range(origin + 1, k))
    return named and not (row[k].prep or row[k].joined or row[k].gap) and bool(row[k].place_kind)


def _is_source_of_fire(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether "areas held by" is where the fire came from, not where it fell."""
    if row[at].prep == "من":
        return True
    return at > lo and row[at - 1].particle in ("agent", "origin")
