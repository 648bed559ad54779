"""Whether a name without a kind word is meant as a place, and whether a word after one is a name at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.lexicon.entry import Entry, Kind
from waqai.tag.place.abroad import is_city_abroad
from waqai.tag.place.announced import KNOWN_ONLY, TOWNS, is_large, is_town_called, precision_of
from waqai.tag.place.before import (
    BEFORE,
    SAW,
    begins_list,
    is_capital,
    is_capital_named,
    is_led_to,
    is_of_protesters,
    is_told_apart,
)
from waqai.tag.place.described import is_adjective, is_described, stands_behind_act
from waqai.tag.place.heading import heads_item, is_of_heading
from waqai.tag.place.lead import Lead
from waqai.tag.place.name import VERB, Name, known_name
from waqai.tag.place.scan import Scan
from waqai.tag.place.somebody import ADJECTIVE, STARTS, is_of_office, is_persons_name, is_somebody
from waqai.values.place import PlacePrecision

_AND_IN: Final = frozenset({"وفي", "ففي"})
_ENDS: Final = frozenset({",", ":"})
"""What stands around a place that heads what follows: ". And in A, …"."""
_AFTER_NEWLINE: Final = frozenset({":", "-", "("})
_SUFFERED: Final = frozenset({"مجزره", "مذبحه"})
"""What is named after the town that suffered it: "the massacre of A"."""
_RELATIONS: Final = frozenset({"near", "outskirts", "between"})
_OF_NAMES: Final = ("hill",)
"""Kinds whose word without the article stands before a name only: "the hill of Misriya", not "the Egyptian hill"."""
_FEMININE: Final = (".area", ".city", ".town", ".front", ".governorate")
"""Kinds that take adjectives in "-iyya": "a Kurdish town"; villages bear such names."""
_THE: Final = "ال"

_ARM: Final = frozenset({"السلاح", "بالسلاح"})
"""Behind which "white" says that it is a knife, and names no city."""
_TAKEN_UP: Final = frozenset({"المدينه", "البلده", "القريه", "المنطقه", "الحي", "المخيم"})
"""Words that take up the place named before, whatever stands behind them."""


def _names_none(scan: Scan, at: int, name: Name, *, contained: bool) -> bool:
    """Tell whether a word is a country's name, or one that every place has: "in Algeria", "the town"."""
    if at not in scan.cues:
        return False
    if scan.cue(at, "side") is not None and _says_side(scan, at):
        return True
    if scan.cue(at, "namesake") is not None:
        return not is_capital(scan, at, name)
    return (not contained or scan.texts[at] in _TAKEN_UP) and scan.cue(at, "general") is not None


def _says_side(scan: Scan, at: int) -> bool:
    """Tell whether a governorate's name is only an adjective: "the |eastern| quarters of the city of A"."""
    before = scan.text(at - 1)
    definite = before.startswith((_THE, "بال", "لل", "وال", "كال")) and before not in BEFORE
    return definite and known_name(scan, at - 1, strip=True) is None


def is_place(
    scan: Scan,
    at: int,
    name: Name,
    lead: Lead,
    containers: tuple[Container, ...],
    found: Sequence[PlacePhrase],
) -> bool:
    """Tell whether a known name is meant as a place here."""
    texts = scan.texts
    after = scan.text(name.last)
    start = begins_list(scan, at, name.last)
    before = scan.text(start - 1) if start < at else texts[at - 1] if at else "\n"
    opens = before in _AND_IN and scan.text(at - 2) in STARTS and scan.text(name.last) in _ENDS
    before = _without_and(before)
    single = name.last == name.first + 1
    common = scan.cue(at, "common") is not None and not scan.is_in_genitive(at)
    if single and common and (before in _ARM or after.isdigit() or scan.begins(at, Kind.HARM)):
        return False  # "|the martyrs|:"
    if single and common and before in ("#", "\n") and not containers:
        return heads_item(scan, at, after)
    if (
        before in _SUFFERED
        or before == "#"
        or heads_item(scan, at, after)
        or (before == "\n" and after in _AFTER_NEWLINE)
        or (after == ":" and scan.text(name.last + 1) == ":")
    ):
        return True
    if (single and _is_nothing(scan, at, name, containers)) or _stands_between(scan, at, name, found, single=single):
        return False
    if not (single or containers or before in BEFORE or name.proclitic) and is_persons_name(texts[at], before):
        return False
    if single and is_somebody(scan, at, name, containers, before, led=lead.relation == "near"):
        return False
    if any(c.name and c.kind for c in containers):
        return not (single and common and not name.text.startswith("ال"))
    doubtful = single and (common or at in scan.persons or scan.worded[at] > 0)
    follows = bool(found) and found[-1].last == at and name.proclitic == "و"
    if follows and single and common and is_described(scan, name.last):
        return False
    if follows and not (scan.worded[at] and single):
        return True
    if doubtful:
        before = _AT_A_CITY_OF if lead.relation in _RELATIONS and scan.worded[at] == VERB else before
        if _is_large_one(scan, at, name, before, opens=opens) or is_city_abroad(scan, at, name, before, found):
            return True
        return not scan.worded[at] and common and _is_said_to_be(scan, at, name, lead, containers, found)
    if any(c.name for c in containers) or is_of_protesters(scan, at, name.last):
        return True
    if scan.cue(at, "adjective") is not None:
        return is_led_to(scan, at, name, before)
    if not single or any(is_large(p) for p in name.places):
        return True
    if (found and found[-1].last >= at - 2 and before in ",-") or before.removeprefix("و") in SAW:
        return True
    if stands_behind_act(scan, start, at, name) or is_of_office(scan, at):
        return True
    return lead.relation in _RELATIONS or is_led_to(scan, at, name, before) or is_told_apart(scan, at, name)


def _without_and(before: str) -> str:
    """Take "and" or "then" off a preposition: "|fa-|fi A"."""
    return before[1:] if before[:1] in _AND and before[1:] in BEFORE else before


_AND: Final = ("و", "ف")


def _stands_between(scan: Scan, at: int, name: Name, found: Sequence[PlacePhrase], *, single: bool) -> bool:
    """Tell whether a word is one that names end at, and begins none, "in |Umm| Durman" is spelt as "or"; or "the Iraqi capital" stands beside its name."""
    if not single and is_capital_named(scan, at, name, found[-1].last if found else -2):
        return True
    return scan.cue(at, "stop") is not None and (single or scan.cue(at, "starter") is None)


def _is_nothing(scan: Scan, at: int, name: Name, containers: tuple[Container, ...]) -> bool:
    """Tell whether a name is a country's or an ordinary word, or a kind word that is no town said to belong to what is named behind it."""
    if name.proclitic == "ب" and scan.cue(at - 1, "laden") is not None:
        return True  # "a lorry laden |with cotton|"
    if at not in scan.kinds:
        return _names_none(scan, at, name, contained=bool(containers))
    belongs = bool(containers) and scan.cue(name.last, "part_of") is not None and scan.text(name.last).startswith(_THE)
    return not (belongs and is_town_called(scan, name))


def _is_large_one(scan: Scan, at: int, name: Name, before: str, *, opens: bool) -> bool:
    """Tell whether an ordinary word is a large place for what stands before it: "in |Tadmur|", where no verb can stand, ". And in |A|, …"."""
    led = scan.worded[at] == VERB and before in BEFORE
    if (led or (opens and not scan.worded[at])) and any(is_large(p) for p in name.places):
        return True
    return _is_governorate_at_home(scan, at, name, before) or _is_city_at_home(scan, at, name, before)


def _is_city_at_home(scan: Scan, at: int, name: Name, before: str) -> bool:
    """Tell whether an ordinary word stands as a city of a country whose actors are named: "shelling by the Rapid Support Forces of [ala] |al-Abyad|"."""
    led = before in _AT_A_CITY or name.proclitic == "ب" or at in scan.after_doer
    if not led or scan.has_cue(at, _SIDES) or is_described(scan, name.last):
        return False
    return any(p.kind == "city" and p.country in scan.homes for p in name.places)


_AT_A_CITY: Final = frozenset({"في", "علي", "الي"})
_AT_A_CITY_OF: Final = "الي"
"""Stands for what says that something is near: "at the entrance of |Nisab|", which is spelt as a verb."""


def _is_governorate_at_home(scan: Scan, at: int, name: Name, before: str) -> bool:
    """Tell whether an ordinary word stands behind "in" as a governorate of a country whose actors are named: "positions of the Houthis in |Hajjah|"."""
    if before != "في" or scan.has_cue(at, _SIDES) or is_described(scan, name.last) or scan.text(name.last) == _SLASH:
        return False
    return any(p.kind == "governorate" and p.country in scan.homes for p in name.places)


def _is_said_to_be(
    scan: Scan, at: int, name: Name, lead: Lead, containers: tuple[Container, ...], found: Sequence[PlacePhrase]
) -> bool:
    """Tell whether an ordinary word is a place for what stands around it: "near |al-Dur|", "in |al-Qanawat| in Damascus", "on |al-Shuyukh| and Jarabulus"."""
    if at in scan.persons or lead.relation in _RELATIONS:
        return at not in scan.persons
    before = scan.texts[at - 1] if at else ""
    before = _without_and(before)
    belongs = scan.cue(name.last, "part_of") is not None
    if not is_led_to(scan, at, name, before) or (is_described(scan, name.last) and not belongs):
        return False
    after = known_name(scan, name.last, strip=True)
    listed = after is not None and after.proclitic == "و" and not scan.worded[name.last]
    listed = listed and scan.cue(name.last, "common") is None
    return listed or any(c.name for c in containers) or is_of_heading(scan, name, before, found)


def is_lesser(members: Sequence[tuple[Name, str, PlacePrecision]]) -> bool:
    """Tell whether places are such as the town beside them tells apart: no cities, no districts, no roads."""
    return all(
        precision in _SMALL and kind != "road" and (kind in _VILLAGE or not any(is_large(p) for p in name.places))
        for name, kind, precision in members
    )


_SMALL: Final = frozenset({PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.SITE})
_VILLAGE: Final = ("village", "camp")


def is_taken_up(scan: Scan, name: Name) -> bool:
    """Tell whether a "name" only takes a place up: "the market of the town"."""
    taken_up = scan.defined.get(name.first)
    return name.last == name.first + 1 and taken_up is not None and taken_up[1].cls != "site"


def adjective_for(scan: Scan, entry: Entry, name: Name) -> bool:
    """Tell whether an unknown "name" is only an adjective or complement of its kind word: "مشفى ميداني"."""
    text = name.text
    if entry.id == KNOWN_ONLY:
        return True
    if name.last > name.first + 1 or scan.text(name.first - 1) in '"(#':
        return False
    if text.startswith(("لل", "بال", "كال", "فال", "وال")) or text in _OURS or _is_for_something(scan, name):
        return True
    if text.startswith("ال"):
        return entry.cls == "site" and text.endswith("يه") and not entry.id.endswith(_OF_NAMES)
    if text.endswith("يه") and entry.id.endswith(_FEMININE):
        return True
    compound = scan.kinds.get(name.first - 2)
    if compound is not None and compound[0].last == name.first and not text.endswith("يه"):
        return False  # "the station (f.) of power of |Marawi|"
    if text.endswith("يا") and not scan.texts[name.first - 1].endswith(_ACCUSATIVE):
        return False  # no accusative: "the quarter of |Kanya|"
    return entry.cls in ("site", "neighbourhood", "district") and text.endswith(ADJECTIVE)


_OURS: Final = frozenset({"لنا", "لهم", "لها", "له"})
_ACCUSATIVE: Final = ("ا", "مبني", "مشفي", "مستشفي", "مقهي")
"""Ends of kind words that may stand in the accusative; "mabnā" is spelt alike in all cases: "hit |a residential building| in A"."""


def _is_for_something(scan: Scan, name: Name) -> bool:
    """Tell whether an unknown "name" is what a thing is for: "stores |for vehicles|"."""
    hits = scan.by_first.get(name.first, ())
    return any(h.proclitic == _FOR and h.readings.senses.keys() & {Kind.OBJECT, Kind.WEAPON, Kind.VICTIM} for h in hits)


_FOR: Final = "ل"


NAMED_FOR_COUNTRIES: Final = frozenset({"بحيره", "وبحيره"})
"""Kinds whose name a country's may be: "Lake |Chad|"."""


def only_says_which(scan: Scan, entry: Entry, name: Name) -> bool:
    """Tell whether the word behind "towns", "quarters" is an adjective: "Kurdish towns"."""
    return is_of_whole(scan, name) or (not name.places and adjective_for(scan, entry, name))


def is_area_of_list(scan: Scan, members: Sequence[tuple[Name, str, PlacePrecision]]) -> bool:
    """Tell whether the one name behind "villages of" is an area whose villages are told next: "the villages of |the plain of A| (B, C)"."""
    name = members[0][0]
    if len(members) > 1 or not name.places or scan.text(name.last) not in _OPENS_LIST:
        return False
    return precision_of(name) not in (PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD)


_OPENS_LIST: Final = frozenset({"(", ":"})


def is_of_whole(scan: Scan, name: Name) -> bool:
    """Tell whether the word behind a kind word only says of what it is one: "quarters of the town"."""
    return name.last == name.first + 1 and scan.cue(name.first, "whole") is not None


def is_said_to_lie(scan: Scan, at: int, precision: PlacePrecision, kind: str) -> bool:
    """Tell whether a word says of a place how it lies, before what holds it: "the district of A |on the border| in B"; of a site any adjective.

    So does of a town, which is feminine, any that the lexicon knows no other use of: "the village of A |besieged| in B".
    """
    text = scan.text(at)
    if text in _LIES_SO or (precision is PlacePrecision.SITE and is_adjective(scan, at)):
        return True
    plain = kind in TOWNS and text[:2] == _THE and text[-1] == _TA_MARBUTA and at not in scan.by_first
    return plain and at not in scan.cues and at not in scan.barred and known_name(scan, at, strip=False) is None


_LIES_SO: Final = frozenset({"الحدوديه", "الساحليه", "الجبليه", "الاستراتيجيه", "النفطيه", "الصحراويه"})
_TA_MARBUTA: Final = "ه"
"""Folded."""


_SIDES: Final = frozenset({"side", "direction"})
_SLASH: Final = "/"
"""Behind a month, which papers name twice: "in Ab |/| August"."""
