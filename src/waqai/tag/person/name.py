"""Where a person's name ends: given names, what joins them, family names, nicknames.

``حسين علي العزيز`` is three names though ``علي`` is spelt like the preposition after folding; ``أحمد خرج`` is none.
"""

from __future__ import annotations

from typing import Final

from waqai.tag.person.marks import Part, PersonMarks

GIVEN: Final = Part.GIVEN
_KUNYA: Final = Part.KUNYA
_JOINT: Final = Part.JOINT
_TITLE: Final = Part.TITLE
_WORD: Final = Part.WORD
_ENDS: Final = Part.ORIGIN | Part.ALIAS
_NO_FAMILY: Final = Part.TITLE | Part.TIME | Part.ALIAS | Part.ORIGIN | Part.THING
ALI: Final = "علي"
BEFORE_LONE: Final = frozenset({"ان", ALI, "عن", "كان", "وكان"})
"""Words before a family name that stands alone: "that", "upon", "about", "was"."""
THE: Final = "ال"
_AND: Final = "و"
_OFFICIAL: Final = "official"
_MOTHER: Final = frozenset({"ام", "ابي", "ابا"})
_VERB_LETTERS: Final = frozenset("يتن")
_CLITIC_LETTERS: Final = frozenset("ويتفبلك")
"""Letters that begin verbs and clitics: an unknown word with one of them begins no name."""
_FAMILY_ENDS: Final = ("ي", "ات", "ان")
"""Endings of family names without an article, which verbs seldom have."""
_LONGEST: Final = 5
_SHORTEST: Final = 3
_TWO: Final = 2
_NICKNAME: Final = 3
_ALIAS_LINKS: Final = frozenset({"ب", '"', "(", "باسم", ":"})
_STOPS: Final = frozenset(
    {
        "في", "من", "الي", "عن", "مع", "علي", "ان", "او", "ثم", "قد", "لم", "لن", "لا", "ما", "هو", "هي", "هم", "هذا", "هذه", "ذلك", "تلك", "الذي",
        "التي", "الذين", "كان", "كانت", "كما", "بعد", "قبل", "عند", "حين", "بين", "حتي", "خلال", "منذ", "اثر", "جراء", "ضد", "غير", "كل", "بعض", "احد",
        "اي", "وهو", "وهي", "وهم", "وكان", "وقد", "انه", "انها", "انهم", "اذ", "اذا", "حيث", "بينما", "فيما", "لدي", "لكن", "ولكن", "ليس", "تم", "جري", "اكثر",
        "نحو", "حول", "دون", "فوق", "تحت", "امام", "داخل", "خارج", "قرب", "ضمن", "عبر", "كذلك", "ايضا", "قائلا", "يذكر", "عليه", "عليها", "له", "لها", "به", "بها",
        "فيه", "فيها", "منه", "منها", "اليه", "اليها", "نفسه", "اخر", "اخري", "اخرين", "اخرون", "اليوم", "امس", "وفق", "بحسب", "الماضي", "الحالي", "الان",
        "الله", "وسلم", "رسول", "النبي", "السلام", "رضي", "رحمه", "الاول", "الثاني", "الثالث", "العظيم", "وشقيقه", "وابنه", "وزوجته", "ومعه", "اثناء", "وذلك", "سابق", "سابقا", "حالي", "حاليا",
    }
)  # fmt: skip


def kunya_end(marks: PersonMarks, at: int, *, titled: bool) -> int:
    """Give the end of "Abu Mohammed al-Deiri", or ``at``: untitled, the name must be known, for many villages are Abu-."""
    tokens = marks.words.tokens
    after = marks.lasts[at, _KUNYA]
    if after >= len(tokens):
        return at
    known = marks.has(after, GIVEN)
    if not known and not (titled and may_be_name(marks, after)):
        return at
    last = marks.lasts[after, GIVEN] if known else after + 1
    while last < len(tokens) and last - at < _LONGEST and tokens[last].text.startswith(THE) and is_family(marks, last):
        last += 1
    return last


def chain_end(marks: PersonMarks, at: int, *, titled: bool, quoted: bool = False) -> int:
    """Give the end of a chain of names, or ``at`` when the words are no name."""
    size = len(marks.words.tokens)
    i, words, given, unknown = at, 0, 0, 0
    while i < size and words < _LONGEST:
        after = _known_part(marks, i, words, titled=titled or quoted)
        if after > i:
            given += 1
        elif (words or titled) and unknown < _TWO and _may_add(marks, at, i, unknown, titled=titled):
            unknown += 1
            after = i + 1
        else:
            break
        i = after
        words += 1
    if words >= _TWO:
        return i if given or quoted or marks.words.tokens[i - 1].text.startswith(THE) else at
    return i if words and (quoted or (titled and given)) else at


def _known_part(marks: PersonMarks, i: int, words: int, *, titled: bool) -> int:
    """Step over a given name, "son of X" or "Abu X" within a chain; gives ``i`` when none stands there."""
    tokens = marks.words.tokens
    part = marks.parts.get(i, 0)
    if words and marks.clitics.get(i):
        return i
    if part & GIVEN and _begins_or_goes_on(marks, i, part, words, titled=titled):
        return marks.lasts[i, GIVEN]
    if part & (_JOINT | _KUNYA) and i + 1 < len(tokens) and may_be_name(marks, i + 1):
        if part & _JOINT:
            last = marks.lasts[i, _JOINT] + 1
            return last if last <= len(tokens) and may_be_name(marks, last - 1) else i
        if words and tokens[i].text not in _MOTHER:
            return i + 2
    return i


def _begins_or_goes_on(marks: PersonMarks, i: int, part: int, words: int, *, titled: bool) -> bool:
    if marks.words.tokens[i].text.endswith(ALI):
        return not marks.clitics.get(i) and _is_ali(marks, i, words, titled=titled)
    if words or titled or not part & _WORD:
        return True
    after = marks.lasts[i, GIVEN]
    follows = marks.words.tokens[after].text if after < len(marks.words.tokens) else ""
    if marks.has(after, _KUNYA):
        return follows not in _MOTHER
    if marks.after == i and follows.startswith(THE):  # "X and |Nidal| al-Y", where a person was named just before
        return is_family(marks, after)
    return marks.has(after, GIVEN | _JOINT) and follows != ALI and not marks.clitics.get(after)


def _is_ali(marks: PersonMarks, i: int, words: int, *, titled: bool) -> bool:
    """Tell the name from the preposition that is spelt alike: it stands within a name or closes one."""
    if not words and not titled:
        return False
    after = i + 1
    if after >= len(marks.words.tokens):
        return True
    text = marks.words.tokens[after].text
    if not text[0].isalpha():
        return True
    if marks.has(after, GIVEN | _JOINT):
        return (marks.clitics.get(after) or _AND)[:1] == _AND  # a preposition has no "and" behind it
    if not is_family(marks, after):
        return False
    return text.startswith(THE) or (words == 1 and marks.is_cued(i - 1) and text[0] not in _CLITIC_LETTERS)


def may_be_name(marks: PersonMarks, i: int) -> bool:
    """Tell whether a word could stand in a name at all: Arabic letters, no function word."""
    text = marks.words.tokens[i].text
    return text[0].isalpha() and not text[0].isascii() and len(text) >= _SHORTEST and text not in _STOPS


def is_family(marks: PersonMarks, i: int) -> bool:
    """Tell whether a word can end a name: not one that the lexicon knows for something else."""
    return may_be_name(marks, i) and not marks.has(i, _NO_FAMILY) and not marks.is_taken(i)


def _may_add(marks: PersonMarks, first: int, i: int, unknown: int, *, titled: bool) -> bool:
    """Tell whether an unknown word goes on with a name; behind one unknown word only "al-" does."""
    begins = i == first
    tokens = marks.words.tokens
    text = tokens[i].text
    if text.startswith(THE) and not begins:
        return is_family(marks, i) or (marks.has(i, _TITLE) and _is_family_too(marks, i))
    if not is_family(marks, i) or unknown or (marks.clitics.get(i) and marks.has(i, GIVEN | _JOINT)):
        return False
    if begins:
        return text[0] not in _CLITIC_LETTERS and not text.startswith(THE)
    after = i + 1
    if not _goes_on(marks, after) or marks.has(after, _ENDS | GIVEN):
        return True
    follows = tokens[after].text
    if follows.startswith(THE) and is_family(marks, after):
        return True
    if text.endswith(_FAMILY_ENDS) and text[0] not in _CLITIC_LETTERS:
        return True
    cued = titled or follows.startswith(_AND) or (follows in _STOPS and marks.is_cued(first))
    return cued and text[0] not in _VERB_LETTERS


def _is_family_too(marks: PersonMarks, i: int) -> bool:
    """Tell whether a title is the family name here: nothing follows, or behind one that many families bear ("|al-Sayyid|") no name."""
    if not _goes_on(marks, i + 1):
        return True
    borne = marks.roles.get(i) == _OFFICIAL or marks.has(i, _JOINT)
    return borne and (marks.clitics.get(i + 1, "")[:1] == _AND or marks.words.tokens[i + 1].text in _STOPS)


def _goes_on(marks: PersonMarks, i: int) -> bool:
    """Tell whether an Arabic word follows, so that a phrase may go on."""
    if i >= len(marks.words.tokens):
        return False
    text = marks.words.tokens[i].text
    return text[0].isalpha() and not text[0].isascii()


def alias_end(marks: PersonMarks, last: int) -> int:
    """Give the end of a nickname in quotes, brackets or after "known as" behind a name, else the name's own end."""
    tokens, size = marks.words.tokens, len(marks.words.tokens)
    i = last
    if i < size and tokens[i].text in '")':
        i += 1
    if marks.has(i, Part.ALIAS):
        i = marks.lasts[i, Part.ALIAS]
        while i < size and tokens[i].text in _ALIAS_LINKS:
            i += 1
        end = i
        while end < size and end - i < _NICKNAME and may_be_name(marks, end):
            end += 1
        return end if end > i else last
    if i == last and i + 1 < size and tokens[i].text in '("' and marks.has(i + 1, _KUNYA):
        nick = marks.lasts[i + 1, _KUNYA]
        return nick + 1 if nick < size and may_be_name(marks, nick) else last
    return last
