"""Places that only say where another lies: "the village of A |near the town of B|", "|away from| B"; or what those held there did elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.place.find import PlacePhrase
from waqai.values.place import POINTS, PlacePrecision

_LOCATING: Final = frozenset({"near", "outskirts", "between", "road"})
_UPON: Final = "علي"
_AWAY: Final = "away"
_DISTANCE: Final = 3
"""Chunks from a place to one from which it lies so many kilometres away."""


def only_locates(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place only says where the one before it lies: "the village of A near the town of B", "|on the axis of| B"."""
    mention = row[k].mention
    assert isinstance(mention, PlacePhrase)
    if k == lo or row[k].joined:
        return False
    if mention.relation == _AWAY:
        return any(row[j].sort is Sort.PLACE for j in range(max(lo, k - _DISTANCE), k))
    if mention.side and row[k].gap == 0 and not row[k].prep and (_is_described(row, lo, k) or _is_bearing(row, lo, k)):
        return True
    axis = mention.kind == _AXIS and row[k].prep == _UPON and row[k].gap == 1 and not row[k].linked
    if not axis and not (mention.relation in _LOCATING and (_is_close(row[k], mention) or _is_on_way_out(row, k))):
        return False
    before = row[k - 1].mention
    if not isinstance(before, PlacePhrase) or 0 <= mention.list_id == before.list_id or _is_point_of_road(row, k):
        return False
    return not (mention.kind in _OF_A_CITY and before.kind in _CITY and before.known)


def _is_close(chunk: Chunk, place: PlacePhrase) -> bool:
    """Tell whether no words but those of a border stand ahead of a place near which another lies."""
    border = place.relation == "between" and place.kind == _PROVINCE
    return chunk.gap <= (_BORDER if border else 0) and not (chunk.gap and chunk.linked)


def _is_point_of_road(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a village, junction or bridge says where on the road from A to B something was: "on the road A – B |near the village of| C"."""
    point, along = row[k].mention, row[k - 1].mention
    if not isinstance(point, PlacePhrase) or not isinstance(along, PlacePhrase) or along.relation != _ROAD:
        return False
    return point.relation in _NEARBY and point.kind in _POINTS and not row[k].gap


def _is_on_way_out(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a road only says on which side of a place something was: "in the outskirts of A |on the road to| B"."""
    of, out = row[k - 1].mention, row[k].mention
    if not isinstance(of, PlacePhrase) or not isinstance(out, PlacePhrase) or out.relation != _ROAD:
        return False
    upon = row[k].prep == _UPON and row[k].gap == 1 and not row[k].linked
    return upon and of.kind in _PEOPLED and of.known


_ROAD: Final = "road"
_POINTS: Final = frozenset({"", "village", "town", "camp", "junction", "checkpoint"})
"""Kinds of places so small that they are a point of a road; near which city it runs says less than its ends do."""


def _is_described(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether only a description stands between a place and the one before it: "the district of A, |stronghold of X| north of B", "A, |held by X|, north of B"."""
    for j in range(k - 1, max(lo, k - 1 - _DISTANCE) - 1, -1):
        if row[j].sort is Sort.PLACE:
            return j < k - 1
        if row[j].sort is not Sort.ACTOR and not (row[j].has(_HOLD) or row[j].particle == _CONTROL):
            return False
    return False


def _is_bearing(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a mark stands between a place and the direction in which it lies: "the district of A (80 km |north of B|)", "the governorate of A, |north of the capital B|"."""
    far = row[k - 1].sort is Sort.NUMBER
    at = k - 1 - far
    mention = row[k].mention
    assert isinstance(mention, PlacePhrase)
    if at <= lo or row[at].sort is not Sort.STOP or row[at].text not in _MARKS or mention.relation != _NEAR:
        return False
    before = row[at - 1].mention
    if not isinstance(before, PlacePhrase):
        return False
    return far or before.kind != _PROVINCE or mention.name_first - mention.first > 1


_MARKS: Final = frozenset({",", "("})
_NEAR: Final = "near"
_HOLD: Final = "object.position"
_CONTROL: Final = "control"
_PROVINCE: Final = "governorate"
_BORDER: Final = 4
"""Words of "near the administrative borders" ahead of "between the governorates of A and B"."""
_AXIS: Final = "front"
"""Kind of place along which villages are taken: "the village of A |on the axis of| B"."""
_OF_A_CITY: Final = frozenset({"street", "facility", "police", "checkpoint", "junction", "neighbourhood"})
_CITY: Final = frozenset({"city", ""})
"""In a city "near the mosque of B" says more exactly where: it does not say where the city lies."""


def is_of_charge(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place is where those held did what they are held for: "of A, charged with |bombing B|", "with dealing with X when it ran |[l-] B|"."""
    charge = next((j for j in range(k - 1, lo - 1, -1) if row[j].particle == _GROUNDS), -1)
    if charge <= lo or not any(row[j].entry(Kind.HARM).harm == "detained" for j in range(lo, charge)):
        return False
    return row[k].prep == "ل" or any(row[j].entry(Kind.TRIGGER).tells_act for j in range(charge + 1, k))


_GROUNDS: Final = "grounds"


def is_bracketed(row: Sequence[Chunk], k: int, located: int) -> bool:
    """Tell whether a place in brackets only names again one of the list ``located``: "on the axis of A – B |(C)|"."""
    if k - 2 < 0 or row[k - 1].text != "(" or row[k].prep or row[k].joined or row[k].gap:
        return False
    return 0 <= located == getattr(row[k - 2].mention, "list_id", -1)


def is_name_in_brackets(row: Sequence[Chunk], k: int, home: int) -> bool:
    """Tell whether a place in brackets is another name of the one from which something lies so far away: "ten kilometres from A |(B)|"."""
    return k - 2 == home and row[k - 1].text == "(" and not (row[k].prep or row[k].joined or row[k].gap)


def is_where_they_were(row: Sequence[Chunk], towards: int, k: int) -> bool:
    """Tell whether a place is where those were whom something was fired at: "towards |shepherds near| A", "towards |a house in| A"."""
    if row[k].prep == "في" or getattr(row[k].mention, "relation", "") not in _NEARBY:
        return row[k].prep == "في"
    return any(row[j].sort is Sort.ACTOR or _AIMED_AT & row[j].senses.keys() for j in range(towards + 1, k))


_NEARBY: Final = frozenset({"near", "outskirts"})
"""Relations to a place in which something stands beside it."""
_AIMED_AT: Final = frozenset({Kind.VICTIM, Kind.OBJECT, Kind.FORCE})


def is_of_house(row: Sequence[Chunk], j: int, k: int) -> bool:
    """Tell whether "lying in" says of a house or a thing where it is, which is where it was hit: "killed him in |his house, which lies in| the village of A"."""
    if row[j].particle != "located" or j != k - 1 or row[k].gap > 1 or j == 0 or row[j].gap or row[j].joined:
        return False
    house = row[j - 1].reading(Kind.OBJECT)
    return house is not None and bool(house.form.suffix) and row[k].place_kind == _VILLAGE


_VILLAGE: Final = "village"


def without_road(row: Sequence[Chunk], found: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Leave out the towns that a road is called by where the village is named at which it was: "on the road from A to B |near C|"."""
    road = [(k, m) for k, m in found if m.relation == _ROAD] if len(found) > 1 else []
    if not road or len(road) == len(found) or found[0] != road[0]:
        return found
    second = {k for k, _ in found if k == road[-1][0] + 1 and not (row[k].prep or row[k].gap)}
    behind = next(((k, m) for k, m in found if k > road[-1][0] and k not in second), None)
    if behind is None or behind[0] - road[-1][0] > _SECOND or row[behind[0]].joined or behind[1].kind not in _POINTS:
        return found
    at = behind[1].relation in _NEARBY or row[behind[0]].prep in IN
    return [(k, m) for k, m in found if (k, m) not in road and k not in second] if at else found


def without_bearing(row: Sequence[Chunk], found: list[tuple[int, PlacePhrase]]) -> list[tuple[int, PlacePhrase]]:
    """Leave out of what city the villages lie to the west, which stands behind what befell them: "a man hurt in A and another in B by shelling |west of C|"."""
    if len(found) < 2 or not any(m.side for _, m in found[1:]):
        return found
    kept = found[:1]
    for k, m in found[1:]:
        bare = m.side and m.relation == _NEAR and not (row[k].gap or row[k].prep or row[k].joined)
        if not (bare and _tells_where(row, *kept[-1], k)):
            kept.append((k, m))
    return kept


def _tells_where(row: Sequence[Chunk], at: int, place: PlacePhrase, k: int) -> bool:
    """Tell whether a village says where people were hit and nothing but how and by whom stands between it and ``k``: "in A |by the shelling of X|"."""
    if place.side or place.precision not in POINTS or k - at > _TOLL:
        return False
    listed = row[at].joined and place.list_id >= 0
    hit = bool(place.kind) and row[at - 1].sort is not Sort.STOP  # "shelled |the town of| A with shells west of B"
    if not (row[at].prep in IN or row[at].prep == _UPON or listed or (hit and not row[at].prep)):
        return False
    return not any(
        (c.sort is Sort.STOP and c.text != ",") or (c.joined and c.sort is Sort.WORD) for c in row[at + 1 : k]
    )


_TOLL: Final = 6
"""Chunks from where somebody was hit to the city near which that lies."""
_SECOND: Final = 3
"""Chunks from a road's first town to the village at which it was: its second town, a dash."""


def is_other_name(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a valley in brackets is what a camp or village is called too: "the camp of A |(the valley of B)|"."""
    if k - 2 < lo or row[k - 1].text != "(" or row[k - 1].gap or row[k].gap or row[k - 2].sort is not Sort.PLACE:
        return False
    called = row[k - 2].mention
    return row[k].place_kind == "hill" and isinstance(called, PlacePhrase) and called.known and called.kind in _PEOPLED


_PEOPLED: Final = frozenset({"camp", "village", "town", "city"})


def is_taken_from(row: Sequence[Chunk], lo: int, at: int) -> bool:
    """Tell whether people were taken from where "from" says, and nothing was fired from there."""
    told = [entry for j in range(lo, at) if (entry := row[j].entry(Kind.TRIGGER)).method]
    return bool(told) and all(entry.method in _TAKINGS for entry in told)


_TAKINGS: Final = frozenset({"raid", "kidnapping", "arrest_campaign", "checkpoint_arrest"})


def is_his_work(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether the place is where who told it works: "a doctor |at the hospital of| A said"."""
    if row[k].place_kind != _WORKS or row[k].gap > 1 or row[k].prep not in ("ب", "في", "", "ل"):
        return False
    for j in range(k - 1, max(lo, k - 2) - 1, -1):
        source = row[j].reading(Kind.SOURCE)
        if source is not None:
            return source.entry.cls != "verb" or row[k].gap == 1
        if row[j].sort is Sort.PLACE or row[j].reading(Kind.TRIGGER) is not None:
            return False
    return False


def is_by_name(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a place is the name by which a fighter goes: "the fighter Roni |Kobani| was killed in A"."""
    if row[k].prep or row[k].joined or row[k].place_kind or row[k].gap != 1 or not k:
        return False
    one = row[k - 1].reading(Kind.VICTIM)
    his = one is not None and one.form.number == "sg" and one.form.definite and one.entry.who == "combatants"
    return his and any(c.sort is Sort.PLACE and c.prep for c in row[k + 1 : hi])


_WORKS: Final = "facility"


def is_carried_to(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a place is where somebody or something was taken, or where what they were taken to stands: "took them |to a prison in A|"."""
    for carried in range(k - 1, max(lo, k - _CARRIED) - 1, -1):
        if row[carried].particle == CARRIES:
            break
    else:
        return False
    if row[k].prep == "ل":
        return True
    unread = carried == k - 1 and row[k].gap > 1  # "took them to |a building| in A"
    whom = row[carried].text.endswith(_WHOM)  # and not "a lorry for |the transport| of water in A"
    return whom and row[k].prep in IN and (row[k - 1].prep == _TO or unread)


CARRIES: Final = "carries"
_CARRIED: Final = 4
"""Chunks from "carried" to where: "|carried| the dead |to the oil field|"."""
_TO: Final = "الي"
_WHOM: Final = ("ه", "ها", "هم", "هما", "هن", "وا")
"""Endings of verbs that say whom somebody took, or that they were taken."""


def is_workplace(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether a site only says whose workers were hit: "a compound of the workers |of the power station|"."""
    if k == lo or row[k].gap or row[k].prep or getattr(row[k].mention, "precision", None) is not PlacePrecision.SITE:
        return False
    workers = row[k - 1].reading(Kind.VICTIM)
    return workers is not None and workers.entry.id == "victim.worker" and workers.form.number == "pl"


def is_called_too(row: Sequence[Chunk], k: int, put_aside: int) -> bool:
    """Tell whether a place only gives another name of the one put aside: "to rebuild A |or B|"."""
    return k - 1 == put_aside and row[k].gap == 1 and not (row[k].prep or row[k].joined)


def is_nickname(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether what looks like a place is what a person is known by, as its case says: "So-and-so known as |Abi Omar|"."""
    called = row[k].text in _KUNYA_OBLIQUE
    return called and k > lo and (row[k].gap >= _NAMES or row[k - 1].sort is Sort.PERSON)


_KUNYA_OBLIQUE: Final = frozenset({"ابا", "ابي", "بابا", "بابي"})
"""How a kunya begins that is no subject; places are called by its nominative whatever stands before them."""
_NAMES: Final = 3
"""Words that nobody knows between what a person is called and what he is known by."""


def is_avenged(row: Sequence[Chunk], avenges: int, k: int) -> bool:
    """Tell whether a place is where what is avenged was done, and not told behind the verb of what was done for it: "in answer to the killing of three, X |shelled A|"."""
    if k < avenges:
        return False
    stop = next((j for j in range(avenges + 1, k) if row[j].sort is Sort.STOP), k)
    return not any(_tells_verb(row[j]) for j in range(stop + 1, k))


def _tells_verb(chunk: Chunk) -> bool:
    told = chunk.senses.get(Kind.TRIGGER)
    return told is not None and told.form.pos is Pos.VERB and told.entry.tells_act and not (chunk.that or chunk.joined)
