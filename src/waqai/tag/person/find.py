"""Who is named: persons, kept apart from the incidents (codebook section 4).

In: words with lexicon hits. Out: person mentions in text order, quotes around a name not included. A name is a title with name
words, a chain of given and family names, a kunya with its name, or name words before an age. A given name after "school",
"brigade" or "village" names a thing and is none.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.lexicon.entry import Kind, Reading
from waqai.tag.number.words import DIGITS
from waqai.tag.person.marks import STARTS, Part, PersonMarks
from waqai.tag.person.name import ALI, GIVEN, alias_end, chain_end, is_family, kunya_end
from waqai.tag.person.surname import told_again
from waqai.tag.words import Words


class PersonMention(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that name one person.

    ``role`` is victim, wanted, official, source, detained, fighter or other, as the words beside the name say.
    ``clitic`` are letters of the first token that belong to no name ("and", "to").
    """

    first: int
    last: int
    role: str
    clitic: str = ""
    officer: bool = False
    """Whether his title is a rank of officers, who is an official where he speaks and a fighter where he falls."""
    title: int = 0
    """Words of his title, which stand before the name."""
    again: bool = False
    """Whether the family name alone stands for him who was named in full before."""


_OTHER: Final = "other"
_OFFICIAL: Final = "official"
_OFFICER: Final = "officer"
_ROLE_REACH: Final = 9
_ENDS: Final = frozenset(".\n")
_HARM_ROLES: Final = {"detained": "detained", "abducted": "detained", "released": "detained", "missing": "detained"}
_HOMES: Final = frozenset({"منزل", "بيت", "مزرعه", "سياره", "منازل", "محل", "جثه", "جثمان"})
_BODIES: Final = frozenset({"جثه", "جثمان", "جثامين"})
_HONORIFICS: Final = frozenset({"السيده", "السيد", "الشيخ", "الحاج"})
"""With one name alone they are shrines and villages."""
_SAINTS: Final = frozenset({"صلي", "رسول", "سيدنا", "النبي"})
_AND: Final = "و"
_QUOTES: Final = frozenset('")')
_THE: Final = "ال"
_LONGEST: Final = 4
_TWO: Final = 2


def find_persons(words: Words) -> list[PersonMention]:
    """Find every named person."""
    marks = PersonMarks(words)
    found: list[PersonMention] = []
    free_from = 0
    for at in sorted([at for at, part in marks.parts.items() if part & STARTS]):
        if at >= free_from:
            mention = _read(marks, at, free_from)
            if mention is not None:
                found.append(mention)
                free_from = mention.last
                marks.after = _next_listed(marks, free_from)
    _widen(words, found)
    added = [*_listed(marks, found), *_aged(marks, found), *told_again(words, found)]
    return sorted([*found, *added], key=lambda m: m.first) if added else found


def _next_listed(marks: PersonMarks, at: int) -> int:
    """Give where "and" begins the next of a list behind a name, its closing quote, and an opening one."""
    texts = marks.words.texts
    at += at < len(texts) and texts[at] in _QUOTES
    if at < len(texts) and texts[at] == _AND:
        return at + 1 + (at + 1 < len(texts) and texts[at + 1] in _QUOTES)
    return at if marks.clitics.get(at, "")[:1] == _AND else -1


def _widen(words: Words, found: list[PersonMention]) -> None:
    """Give a name in a list the given name that no list knows: "Osama Ahmad X and |Unheard| Ahmad X"."""
    for n in range(1, len(found)):
        between = found[n - 1].last
        text = words.tokens[between].text
        if found[n].first == between + 1 and len(text) > _LONGEST and text[0] == _AND and between not in words.by_first:
            found[n] = msgspec.structs.replace(found[n], first=between, clitic=_AND)


def _read(marks: PersonMarks, at: int, free_from: int) -> PersonMention | None:
    """Read the name that begins at a token, or behind the title there."""
    part = marks.parts[at]
    if part & Part.TITLE:
        titled = None if _names_a_thing(marks, at, free_from) else _titled(marks, at)
        if titled is not None:
            return titled
    if part & Part.KUNYA:
        last = kunya_end(marks, at, titled=False)
    elif part & (Part.GIVEN | Part.JOINT):
        last = chain_end(marks, at, titled=False)
    else:
        return None
    if last <= at or _names_a_thing(marks, at, free_from):
        return None
    return PersonMention(at, alias_end(marks, last), _role(marks, at, last), marks.clitics.get(at, ""))


def _titled(marks: PersonMarks, at: int) -> PersonMention | None:
    tokens = marks.words.tokens
    name = at
    role = _OTHER
    officer = False
    while marks.has(name, Part.TITLE):
        said = marks.roles.get(name, _OTHER)
        officer = officer or said == _OFFICER
        role = role if role != _OTHER else _OFFICIAL if said == _OFFICER else said
        name = marks.lasts[name, Part.TITLE]
    # A quote that closes around the title opens no name.
    closes = at > 0 and tokens[at - 1].text == '"'
    quoted = name < len(tokens) and tokens[name].text in '"(' and not closes
    name += quoted or (closes and name < len(tokens) and tokens[name].text == '"')
    if name >= len(tokens):
        return None
    title = name - at - (quoted or tokens[name - 1].text == '"')
    kunya = marks.has(name, Part.KUNYA)
    last = kunya_end(marks, name, titled=True) if kunya else chain_end(marks, name, titled=True, quoted=quoted)
    if last <= name or (last == name + 1 and not quoted and tokens[name - 1].text in _HONORIFICS):
        return None
    beside = _role(marks, name, last) if role in (_OTHER, "victim") else _OTHER
    role = role if beside == _OTHER else beside
    return PersonMention(name, alias_end(marks, last), role, marks.clitics.get(name, ""), officer, title)


def _names_a_thing(marks: PersonMarks, at: int, free_from: int) -> bool:
    """Tell "school of Omar ibn …", "village of Sheikh …" from persons; behind "the forces" no name of theirs follows."""
    tokens = marks.words.tokens
    before = at - 1
    if before > free_from and tokens[before].text in '"(':
        before -= 1
    if before < 0:
        return False
    text = tokens[before].text
    names = marks.has(before, Part.THING) and not text.startswith(_THE) and text not in _HOMES
    return names or text in _SAINTS


def _role(marks: PersonMarks, first: int, last: int) -> str:
    """Read the role off the words beside the name: the nearest first, at one distance the one before it."""
    by_first, tokens = marks.words.by_first, marks.words.tokens
    before, after = first - 1, last
    low, high = max(before - _ROLE_REACH, -1), min(after + _ROLE_REACH, len(tokens))
    while before > low or after < high:
        if before > low:
            if tokens[before].text in _ENDS:
                low = before
            elif tokens[before].text in _BODIES:
                return "victim"
            elif before in by_first and (role := _role_at(marks, before)):
                return role
            before -= 1
        if after < high:
            if tokens[after].text in _ENDS:
                high = after
            elif after in by_first and (role := _role_at(marks, after)):
                return role
            after += 1
    return _OTHER


def _role_at(marks: PersonMarks, at: int) -> str:
    for hit in marks.words.by_first[at]:
        for reading in hit.readings:
            entry = reading.entry
            kind = entry.kind
            if kind is Kind.HARM:
                return _HARM_ROLES.get(entry.harm, "victim")
            if kind is Kind.PERSON:
                if entry.cls == "title" and entry.sub not in ("", _OTHER):
                    return _OFFICIAL if entry.sub == _OFFICER else entry.sub
            elif kind is Kind.VICTIM:
                if entry.who == "combatants" and not _are_doers(marks.words.tokens[at].text, reading):
                    return "fighter"
            elif kind is Kind.SOURCE and entry.cls in ("verb", "preposition"):
                return "source"
    return ""


def _are_doers(text: str, reading: Reading) -> bool:
    """Tell whether men stand in the nominative plural, whom no name says: "|gunmen| killed Sheikh So-and-so"."""
    return reading.form.number == "pl" and not reading.form.definite and text.endswith(_NOMINATIVE)


_NOMINATIVE: Final = "ون"


def _listed(marks: PersonMarks, found: list[PersonMention]) -> list[PersonMention]:
    """Add lone given names in a list of persons: "Ahmad, Hussein and Bassam …"."""
    if not found:
        return []
    tokens = marks.words.tokens
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    added: list[PersonMention] = []
    for at in sorted((at for at, part in marks.parts.items() if part & GIVEN and not part & Part.WORD), reverse=True):
        last = marks.lasts[at, GIVEN]
        if at in taken or tokens[at].text == ALI:
            continue
        after = last + (last < len(tokens) and tokens[last].text == ",")
        listed = after in taken and (after > last or marks.clitics.get(after, "")[:1] == _AND)
        if listed:
            added.append(PersonMention(at, last, _role(marks, at, last), marks.clitics.get(at, "")))
            taken.update(range(at, last))
    return added


def _aged(marks: PersonMarks, found: list[PersonMention]) -> list[PersonMention]:
    """Add name words before an age: "Nabil al-Taleb (15 years)"."""
    tokens = marks.words.tokens
    taken: set[int] | None = None
    added: list[PersonMention] = []
    for at, part in marks.parts.items():
        if (
            not part & Part.TIME
            or at < _LONGEST
            or tokens[at - 1].text[0] not in DIGITS
            or tokens[at - 2].text not in "(,"
        ):
            continue
        if taken is None:
            taken = {i for mention in found for i in range(mention.first, mention.last)}
        end = at - 2
        first = end
        while first and end - first < _LONGEST and first - 1 not in taken and is_family(marks, first - 1):
            first -= 1
        if end - first >= _TWO and first - 1 not in taken and not _names_a_thing(marks, first, 0):
            added.append(PersonMention(first, end, _role(marks, first, end)))
            taken.update(range(first, end))
    return added
