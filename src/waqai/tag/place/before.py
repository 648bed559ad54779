"""What stands right before a name: a preposition, "among them", or what says that it is the capital of a country called like it."""

from __future__ import annotations

from typing import Final

from waqai.tag.actor_words import CAPITAL
from waqai.tag.place.name import Name, known_name
from waqai.tag.place.scan import Scan

ALSO: Final = frozenset({"ايضا", "كذلك"})
"""Adverbs between a verb and the town it hit: "hit |also| A"."""
BEFORE: Final = frozenset(
    {
        "في",
        "الي",
        "علي",
        "من",
        "نحو",
        "باتجاه",
        "قرب",
        "داخل",
        "وسط",
        "اراضي",
        "ضمن",
        "فوق",
        "سماء",
        "اجواء",
        "صوب",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "بين",
        "شمالي",
        "جنوبي",
        "شرقي",
        "غربي",
    }
)
"""Words behind which a name is a place."""
SAW: Final = frozenset(
    {"شهدت", "تشهد", "هزت", "تعرضت", "تتعرض", "شهدتها", "شهدها", "تشهدها", "شهدتهما", "عاشتها", "عرفتها"}
    | {"طالت", "طال", "شملت", "شمل"}
)
"""Verbs whose subject or object is the town where something befell: "|saw| fighting", "|underwent| shelling", "blasts |shook| A", "raids that |reached| A"."""
_CAPITAL: Final = ("عاصمه", "العاصمه")
_OF_A_LAND: Final = ("يه", "تشاد")
"""How what says whose capital it is ends."""
_IN_TOWN: Final = frozenset({"وسط", "بوسط", "قرب"})
"""Words before a town: "in the middle of |Algiers|", "near |Tunis|"."""
_SEATS: Final = frozenset({"السفاره", "سفاره", "البرلمان"})
"""What stands in a capital: "the American |embassy| in Tunis"."""
_SEAT_REACH: Final = 5
"""Words between such a house and the name at most."""
_OPEN: Final = frozenset('"(#')
_QUOTE: Final = '"'
_THESE: Final = frozenset({":", "هي", "وهي", "هما", "وهما"})
_JOINTS: Final = frozenset({",", "-", "/", "و"})
_SENTENCE: Final = frozenset({".", "\n"})
_PLURAL_REACH: Final = 12
"""Words from "villages" to the list of those that are meant."""
_PEOPLED: Final = (".village", ".town", ".city", ".neighbourhood", ".area", ".camp")
_CUT: Final = frozenset({".", ",", "\n", ":"})


def is_capital(scan: Scan, at: int, name: Name) -> bool:
    """Tell whether the capital is named, not the country that bears its name: "Tunis |the capital|", "in |the capital| Algiers"."""
    if scan.text(name.last) in _CAPITAL or (at > 0 and scan.text(at - 1).endswith(_CAPITAL)):
        return True
    return at > 0 and (scan.text(at - 1) in _IN_TOWN or _is_of_a_seat(scan, at))


def is_capital_named(scan: Scan, at: int, name: Name, last: int) -> bool:
    """Tell whether "the Iraqi capital" only says what the city is that stands right behind it, or ended at ``last`` right before it."""
    if not (scan.texts[at].endswith(_CAPITAL) and name.last > at + 1 and scan.texts[at + 1].endswith(_OF_A_LAND)):
        return False
    return last >= at - 1 or known_name(scan, scan.skip_quote(name.last), strip=False) is not None


def _is_of_a_seat(scan: Scan, at: int) -> bool:
    """Tell whether a house that stands in capitals is said to be there: "before the American |embassy| in Kuwait"."""
    if scan.text(at - 1) != "في":
        return False
    for text in reversed(scan.texts[max(at - 1 - _SEAT_REACH, 0) : at - 1]):
        if text in _CUT or text in BEFORE:
            return False
        if text in _SEATS:
            return True
    return False


def is_told_apart(scan: Scan, at: int, name: Name) -> bool:
    """Tell whether a name begins the list of those that a plural before it means: "villages in X: |A|, B", "(|A| and B)", "they are |A| and B"."""
    lead = at - 1
    while lead > 0 and scan.texts[lead] in _OPEN:
        lead -= 1
    told = scan.text(lead) in _THESE or "(" in scan.texts[lead + 1 : at]
    if not told or not _goes_on(scan, name.last):
        return False
    for k in range(lead, max(lead - _PLURAL_REACH, -1), -1):
        if scan.texts[k] in _SENTENCE:
            return False
        kind = scan.kinds.get(k)
        if kind is not None and kind[2] != "sg":
            return kind[1].id.endswith(_PEOPLED)
        if k in scan.defined and scan.defined[k][1].id.endswith(_PEOPLED):
            return True
    return False


def begins_list(scan: Scan, at: int, last: int) -> int:
    """Give where the mark stands that opens a quoted name or a list before it, else the name itself: "shelled |"|A|"|", "hit each of|:| A, B"."""
    before = scan.text(at - 1)
    if before == _QUOTE and (scan.text(last) == _QUOTE or _goes_on(scan, last)):
        return begins_list(scan, at - 1, last)
    return at - 1 if before == ":" and _goes_on(scan, last) else at


def _goes_on(scan: Scan, at: int) -> bool:
    """Tell whether a comma, a dash or "and" and another known name follow."""
    at = scan.past_closing(at)
    while scan.text(at) in _JOINTS:
        at += 1
    joined = scan.text(at - 1) in _JOINTS or scan.text(at)[:1] == "و"
    at = past_edge(scan, at)
    return joined and known_name(scan, scan.skip_quote(at), strip=True) is not None


def past_edge(scan: Scan, at: int) -> int:
    """Step over "the surroundings of" ahead of one of a list: "A, |the outskirts of| B, C"."""
    named = scan.text(at) in _EDGES and known_name(scan, scan.skip_quote(at + 1), strip=False) is not None
    return at + named


_EDGES: Final = frozenset({"محيط", "اطراف", "مشارف"})


def is_led_to(scan: Scan, at: int, name: Name, before: str) -> bool:
    """Tell whether a preposition or "among them" stands before a name."""
    return before in BEFORE or name.proclitic[-1:] == "ب" or scan.cue(at - 1, "among") is not None


def is_away(scan: Scan, at: int) -> bool:
    """Tell whether a place only says how far off what was named before lies: "which is 90 km |away from [the capital]| A"."""
    here = at - 1 - (at > 1 and scan.texts[at - 1] == CAPITAL)
    return here > 0 and scan.texts[here] == "عن" and not _FAR.isdisjoint(scan.texts[max(0, here - _FAR_WORDS) : here])


_FAR: Final = frozenset({"تبعد", "يبعد", "البعيده", "البعيد", "بعيدا", "بعيده", "تبعدان"})
_FAR_WORDS: Final = 6
"""Words of a distance."""


def is_of_protesters(scan: Scan, at: int, last: int) -> bool:
    """Tell whether the people of a place are who come out to protest, which they do at home: "|the people of| A came out against …"."""
    if scan.text(at - 1) not in _PEOPLE_OF:
        return False
    around = scan.texts[max(0, at - _TO_PROTEST) : at - 1] + scan.texts[last : last + _TO_PROTEST]
    return any(text.startswith(_PROTEST) for text in around)


_PEOPLE_OF: Final = frozenset({"اهالي", "سكان", "شباب", "شبان", "مواطني", "مواطنو", "مواطنون"})
_PROTEST: Final = ("تظاهر", "يتظاهر", "مظاهر", "محتج", "احتجاج", "وهتف", "هاتفين", "ينددون", "منددين", "اعتصم", "يعتصم")
"""How words of a protest begin."""
_TO_PROTEST: Final = 6
"""Words between the people and their protest."""
