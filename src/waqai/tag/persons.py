"""Who is named: persons, kept apart from the incidents (codebook section 4).

In: words with lexicon hits. Out: person mentions in text order, quotes around a name not included. A name is a title with name words,
a chain of given and family names, a kunya with its name, or name words before an age in brackets. A given name after
"school", "brigade" or "street" names a thing and is none.
"""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.lexicon.entry import Kind
from waqai.tag.number_words import DIGITS
from waqai.tag.words import Words


class PersonMention(msgspec.Struct, frozen=True):
    """Tokens ``[first, last)`` that name one person.

    ``role`` is victim, wanted, official, source, detained, fighter or other, as the words beside the name say.
    """

    first: int
    last: int
    role: str


_GIVEN, _KUNYA, _JOINT, _TITLE, _ALIAS, _ORIGIN, _AGE, _THING, _OTHER = 1, 2, 4, 8, 16, 32, 64, 128, 256
_BITS: Final = {"given": _GIVEN, "kunya": _KUNYA, "joint": _JOINT, "title": _TITLE, "alias": _ALIAS, "origin": _ORIGIN}
_THINGS: Final = frozenset({Kind.PLACE_KIND, Kind.OBJECT})
_ALI: Final = "علي"
_THE: Final = "ال"
_AND: Final = "و"
_PREFIXES: Final = frozenset("ويتفبلكس")
"""Letters that begin verbs and clitics: an unknown word with one of them begins no name."""
_MOTHER: Final = frozenset({"ام", "ابي", "ابا"})
_LONGEST: Final = 5
_ROLE_REACH: Final = 7
_STOPS: Final = frozenset(
    {
        "في", "من", "الي", "عن", "مع", "علي", "ان", "او", "ثم", "قد", "لم", "لن", "لا", "ما", "هو", "هي", "هم", "هذا", "هذه", "ذلك", "تلك", "الذي",
        "التي", "الذين", "كان", "كانت", "كما", "بعد", "قبل", "عند", "حين", "بين", "حتي", "خلال", "منذ", "اثر", "جراء", "ضد", "غير", "كل", "بعض", "احد",
        "اي", "وهو", "وهي", "وهم", "وكان", "وقد", "انه", "انها", "انهم", "اذ", "اذا", "حيث", "بينما", "فيما", "لدي", "لكن", "ولكن", "ليس", "تم", "جري", "اكثر",
        "نحو", "حول", "دون", "فوق", "تحت", "امام", "داخل", "خارج", "قرب", "ضمن", "عبر", "كذلك", "ايضا", "قائلا", "يذكر", "عليه", "عليها", "له", "لها", "به", "بها",
        "فيه", "فيها", "منه", "منها", "اليه", "اليها", "نفسه", "اخر", "اخري", "اخرين", "اخرون", "اليوم", "امس", "وفق", "بحسب", "الماضي", "الحالي", "الان",
        "الله", "وسلم", "رسول", "النبي", "السلام", "رضي", "رحمه", "الاول", "الثاني", "الثالث", "الكريم", "العظيم", "وشقيقه", "وابنه", "وزوجته",
    }
)  # fmt: skip
_SAINTS: Final = frozenset({"صلي", "رسول", "سيدنا", "النبي"})


def find_persons(words: Words) -> list[PersonMention]:
    """Find every named person."""
    if not any(reading.entry.kind is Kind.PERSON for hit in words.hits for reading in hit.readings):
        return _with_ages(words, _Scan(words), [])
    scan = _Scan(words)
    found: list[PersonMention] = []
    free_from = 0
    for at in sorted(scan.marked):
        if at >= free_from:
            mention = scan.read(at, free_from)
            if mention is not None:
                found.append(mention)
                free_from = mention.last
    return _with_ages(words, scan, found)


class _Scan:
    """One text being read: what each token can be in a name."""

    __slots__ = ("clitics", "lasts", "marked", "marks", "roles", "taken", "tokens", "words")

    def __init__(self, words: Words) -> None:
        self.words = words
        self.tokens = words.tokens
        self.marks: dict[int, int] = {}
        self.lasts: dict[tuple[int, int], int] = {}
        self.roles: dict[int, str] = {}
        self.clitics: dict[int, str] = {}
        self.taken: set[int] = set()
        self.marked: list[int] = []
        self._index()

    def _index(self) -> None:
        marks, lasts = self.marks, self.lasts
        for hit in self.words.hits:
            for reading in hit.readings:
                entry = reading.entry
                kind = entry.kind
                if kind is Kind.PERSON:
                    bit = _BITS.get(entry.cls, 0)
                    if not bit or (hit.proclitic and bit & (_GIVEN | _KUNYA) and hit.proclitic.endswith(_THE)):
                        continue
                    if not marks.get(hit.first, 0) & bit:
                        lasts[hit.first, bit] = hit.last
                        self.clitics[hit.first] = hit.proclitic
                    if bit == _TITLE and (entry.sub or hit.first not in self.roles):
                        self.roles[hit.first] = entry.sub or "other"
                    marks[hit.first] = marks.get(hit.first, 0) | bit
                elif kind in _THINGS or kind is Kind.FORCE:
                    marks[hit.last - 1] = marks.get(hit.last - 1, 0) | _THING
                elif kind is Kind.TIME or kind is Kind.NUMBER:
                    if entry.cls in ("unit_sg", "unit_pl", "unit_du", "weekday", "month"):
                        marks[hit.first] = marks.get(hit.first, 0) | _AGE
                else:
                    self.taken.update(range(hit.first, hit.last))
        wanted = _GIVEN | _KUNYA | _TITLE | _JOINT
        self.marked = [at for at, bits in marks.items() if bits & wanted]

    def read(self, at: int, free_from: int) -> PersonMention | None:
        """Read the name that begins at a token, or behind the title there."""
        bits = self.marks[at]
        if bits & _TITLE:
            titled = self._titled(at)
            if titled is not None:
                return titled
        if bits & _KUNYA:
            last = self._kunya(at, titled=False)
        elif bits & (_GIVEN | _JOINT):
            last = self._chain(at, titled=False)
        else:
            return None
        if last <= at or self._names_a_thing(at, free_from):
            return None
        return PersonMention(at, self._alias(last), self._role(at, last))

    def _titled(self, at: int) -> PersonMention | None:
        name = self.lasts[at, _TITLE]
        role = self.roles.get(at, "other")
        while name < len(self.tokens) and self.marks.get(name, 0) & _TITLE:
            role = role if role != "other" else self.roles.get(name, "other")
            name = self.lasts[name, _TITLE]
        quoted = name < len(self.tokens) and self.tokens[name].text in '"('
        name += quoted
        if name >= len(self.tokens):
            return None
        last = self._kunya(name, titled=True) if self.marks.get(name, 0) & _KUNYA else self._chain(name, titled=True, quoted=quoted)
        if last <= name:
            return None
        beside = self._role(name, last)
        return PersonMention(name, self._alias(last), role if role not in ("other", "victim") or beside == "other" else beside)

    def _kunya(self, at: int, *, titled: bool) -> int:
        """Read "Abu Mohammed al-Deiri"; without a title the name must be a known one, for many villages are called Abu."""
        after = self.lasts[at, _KUNYA]
        if after >= len(self.tokens):
            return at
        known = bool(self.marks.get(after, 0) & _GIVEN)
        if not known and not (titled and self._may_be_name(after)):
            return at
        if not titled and not known:
            return at
        last = self.lasts.get((after, _GIVEN), after + 1)
        while last < len(self.tokens) and last - at < _LONGEST and self._is_family(last):
            last += 1
        return last if titled or known else at

    def _chain(self, at: int, *, titled: bool, quoted: bool = False) -> int:
        """Read given names and what joins them, then family names; gives ``at`` when that is no name."""
        tokens, size = self.tokens, len(self.tokens)
        i, words, given, loose, nisba = at, 0, 0, 0, False
        while i < size and words < _LONGEST:
            bits = self.marks.get(i, 0)
            if words and self.clitics.get(i):
                bits &= ~(_GIVEN | _KUNYA)
            if bits & _GIVEN and (tokens[i].text != _ALI or self._is_ali(i, words, titled=titled)):
                i = self.lasts[i, _GIVEN]
                given += 1
            elif bits & _JOINT and i + 1 < size and self._may_be_name(i + 1):
                i = self.lasts[i, _JOINT] + 1
                given += 1
            elif bits & _KUNYA and words and i + 1 < size and tokens[i].text not in _MOTHER and self._may_be_name(i + 1):
                i += 2
            elif (words or titled) and loose < 2 and self._may_add(i, words, nisba):
                nisba = tokens[i].text.startswith(_THE)
                i += 1
                loose += 1
            else:
                break
            words += 1
        if words == 0 or (words == 1 and not (titled and given) and not quoted):
            return at
        if given == 0 and not (words >= 2 and titled and (quoted or tokens[i - 1].text.startswith(_THE))):
            return at
        if loose and not titled and not self._ends_well(at, i, given):
            return at
        return i

    def _may_add(self, i: int, words: int, nisba: bool) -> bool:
        """Tell whether an unknown word goes on with a name; behind "al-Hayek" only another "al-" does."""
        text = self.tokens[i].text
        article = text.startswith(_THE)
        if not words:
            return self._is_family(i) and not article and text[0] not in _PREFIXES
        if nisba and not article:
            return False
        if self._is_family(i):
            return True
        after = self.tokens[i + 1].text if i + 1 < len(self.tokens) else "."
        return article and bool(self.marks.get(i, 0) & _TITLE) and not after[0].isalpha()

    def _is_ali(self, i: int, words: int, *, titled: bool) -> bool:
        """Tell the name from the preposition, which is spelt alike after folding: it stands within a name."""
        if not words and not titled:
            return False
        after = i + 1
        if after >= len(self.tokens):
            return True
        text = self.tokens[after].text
        if not text[0].isalpha():
            return True
        return bool(self.marks.get(after, 0) & (_GIVEN | _JOINT)) or (self._is_family(after) and (words > 0 or titled))

    def _may_be_name(self, i: int) -> bool:
        text = self.tokens[i].text
        return text[0].isalpha() and not text[0].isascii() and len(text) > 2 and text not in _STOPS

    def _is_family(self, i: int) -> bool:
        """Tell whether a word can end a name: no function word, no word the lexicon knows for something else."""
        return self._may_be_name(i) and i not in self.taken and not self.marks.get(i, 0) & (_TITLE | _AGE | _ALIAS | _ORIGIN | _THING)

    def _ends_well(self, at: int, last: int, given: int) -> bool:
        """Guard a chain with an unknown word: "Ahmad went" is no name, "Ahmad al-Hayek", "Ahmad Hayek (35 years)" are."""
        if given >= 2 or self.tokens[last - 1].text.startswith(_THE):
            return True
        if last >= len(self.tokens) or not self.tokens[last].text[0].isalpha():
            return True
        return bool(self.marks.get(last, 0) & (_ORIGIN | _ALIAS)) or self.tokens[last].text.startswith(_AND)

    def _names_a_thing(self, at: int, free_from: int) -> bool:
        """Tell "school of Omar ibn …", "village of Sheikh …" from persons."""
        before = at - 1
        if before >= free_from and before >= 0 and self.tokens[before].text in '"(':
            before -= 1
        if before < 0:
            return False
        bits = self.marks.get(before, 0)
        if bits & _THING and self.tokens[before].text not in _HOMES:
            return True
        return self.tokens[before].text in _SAINTS

    def _alias(self, last: int) -> int:
        """Take a nickname in quotes or after "known as" into the mention."""
        i = last
        tokens, size = self.tokens, len(self.tokens)
        if i < size and tokens[i].text in '")':
            i += 1
        if i < size and self.marks.get(i, 0) & _ALIAS:
            i = self.lasts[i, _ALIAS]
            while i < size and tokens[i].text in _ALIAS_LINKS:
                i += 1
            end = i
            while end < size and end - i < 3 and self._may_be_name(end):
                end += 1
            return end if end > i else last
        if i == last and i + 1 < size and tokens[i].text in '("' and self.marks.get(i + 1, 0) & _KUNYA:
            nick = self.lasts[i + 1, _KUNYA]
            return nick + 1 if nick < size and self._may_be_name(nick) else last
        return last

    def _role(self, first: int, last: int) -> str:
        """Read the role off the words beside the name, the nearest first, those before it sooner."""
        for step in range(1, _ROLE_REACH):
            for at in (first - step, last + step - 1):
                role = self._role_at(at)
                if role:
                    return role
        return "other"

    def _role_at(self, at: int) -> str:
        for hit in self.words.by_first.get(at, ()):
            for reading in hit.readings:
                entry = reading.entry
                if entry.kind is Kind.HARM:
                    return _HARM_ROLES.get(entry.harm, "victim")
                if entry.kind is Kind.PERSON and entry.cls == "title" and entry.sub not in ("", "other"):
                    return entry.sub
                if entry.kind is Kind.VICTIM and entry.who == "combatants":
                    return "fighter"
                if entry.kind is Kind.SOURCE and entry.cls in ("verb", "preposition"):
                    return "source"
        return ""


_HOMES: Final = frozenset({"منزل", "بيت", "مزرعه", "سياره", "منازل", "محل"})
_ALIAS_LINKS: Final = frozenset({"ب", '"', "(", "باسم", ":"})
_HARM_ROLES: Final = {"killed": "victim", "wounded": "victim", "detained": "detained", "abducted": "detained", "released": "detained"}


def _with_ages(words: Words, scan: _Scan, found: list[PersonMention]) -> list[PersonMention]:
    """Add name words before an age in brackets: "Nabil al-Taleb (15 years)"."""
    tokens = words.tokens
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    added: list[PersonMention] = []
    for i, token in enumerate(tokens):
        if token.text not in "(," or i < 2 or not _is_age(scan, i + 1):
            continue
        first = i
        while first and i - first < 4 and first - 1 not in taken and scan._is_family(first - 1):
            first -= 1
        if i - first >= 2 and first - 1 not in taken and not scan._names_a_thing(first, 0):
            added.append(PersonMention(first, i, scan._role(first, i)))
            taken.update(range(first, i))
    return sorted([*found, *added], key=lambda m: m.first) if added else found


def _is_age(scan: _Scan, at: int) -> bool:
    tokens = scan.tokens
    if at + 1 >= len(tokens):
        return False
    return tokens[at].text[0] in DIGITS and bool(scan.marks.get(at + 1, 0) & _AGE)
