"""The forms of an entry, generated from what its file gives: nobody types an inflected form.

Nouns take the article, case endings that are written, the dual, sound plurals and possessive
pronouns; adjectives agree in gender and number; verbs come conjugated from ``data/forms/verbs.tsv``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from waqai.lexicon.entry import Form, Pos
from waqai.shipped import shipped_text
from waqai.text.fold import fold_key

_POSSESSIVE = ("ه", "ها", "هم", "هما", "هن", "نا")
_OBJECT = ("ه", "ها", "هم", "هما")
_MAKSURA = "ى"
"""How a noun ends that has an alif before a pronoun: "the dead", "its dead" (قتلى، قتلاه)."""


def noun_forms(
    word: str, number: str = "sg", gender: str = "", *, sound: str = "", kin: bool = False
) -> Iterator[Form]:
    """Inflect a singular noun; ``sound`` "m", "f" or "mf" adds its sound plurals.

    ``kin`` adds the dual and sound plural with a pronoun ("his two daughters"), which only words for people need.
    """
    base = fold_key(word)
    gender = gender or ("f" if base.endswith("ه") else "m")
    stem = base[:-1] + "ت" if base.endswith("ه") and word.rstrip().endswith(("ة", "ة")) else base
    yield from _with_article(base, Pos.NOUN, number, gender)
    if not base.endswith(("ه", "ا", "ء") if number == "sg" else ("ه", "ا", "ء", "ون", "ين")):  # مقاتلونا is "ours"
        yield Form(text=base + "ا", pos=Pos.NOUN, number=number, gender=gender)
    stems = (*_before_pronoun(stem), *([base[:-1] + "ا"] if word.rstrip().endswith(_MAKSURA) else ()))
    for before, suffix in itertools.product(stems, _POSSESSIVE):
        yield Form(text=before + suffix, pos=Pos.NOUN, number=number, gender=gender, suffix=suffix, definite=True)
    if number == "sg":
        if "m" in sound:
            yield from _sound_masculine(base, Pos.NOUN)
            yield from _of_kin(base, ("و", "ي"), "pl", "m") if kin else ()
        yield from _duals(stem, Pos.NOUN, gender)
        yield from _dual_construct(base, gender)
        yield from _of_kin(stem, ("ا", "ي"), "du", gender) if kin else ()
        if "f" in sound:
            yield from _sound_feminine(base[:-1] if stem != base else base, Pos.NOUN)


def _before_pronoun(stem: str) -> Iterator[str]:
    """Give a noun as it stands before a pronoun: a hamza at its end is carried by what its case ending asks for (أبناءه، أبنائه، أبناؤه)."""
    yield stem
    if stem.endswith("اء"):
        yield from (stem[:-1] + fold_key(hamza) for hamza in "ئؤ")


def adjective_forms(word: str) -> Iterator[Form]:
    """Inflect an adjective in gender and number."""
    base = fold_key(word)
    yield from _with_article(base, Pos.ADJECTIVE, "sg", "m")
    yield from _with_article(base + "ه", Pos.ADJECTIVE, "sg", "f")
    if not base.endswith("ا"):
        yield Form(text=base + "ا", pos=Pos.ADJECTIVE, number="sg", gender="m")
    yield from _duals(base, Pos.ADJECTIVE, "m")
    yield from _duals(base + "ت", Pos.ADJECTIVE, "f")
    yield from _sound_masculine(base, Pos.ADJECTIVE)
    yield from _sound_feminine(base, Pos.ADJECTIVE)


def phrase_forms(phrase: str) -> Iterator[Form]:
    """Take a phrase as it stands, in every spelling of its words (``data/forms/spellings.tsv``)."""
    spelt = spellings()
    for words in itertools.product(*(spelt.get(word, (word,)) for word in fold_key(phrase).split(" "))):
        text = " ".join(words)
        yield Form(text=text, pos=Pos.PHRASE, definite=text.startswith("ال"))


@cache
def spellings() -> Mapping[str, Sequence[str]]:
    """Read which spellings are one word: each of them → all of them, itself first."""
    table: dict[str, tuple[str, ...]] = {}
    text = shipped_text("forms/spellings.tsv")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            group = line.split("\t")
            table.update({word: (word, *(other for other in group if other != word)) for word in group})
    return table


def verb_forms(lemma: str) -> Iterator[Form]:
    """Give the conjugated forms of a vocalised lemma; nothing when the table lacks it."""
    for text, voice, tense, number, gender, transitive in verb_table().get(lemma, ()):
        yield Form(text=text, pos=Pos.VERB, number=number, gender=gender, voice=voice, tense=tense)
        if transitive and voice == "active":
            stem = text[:-1] if text.endswith("وا") else text
            for suffix in _OBJECT:
                yield Form(
                    text=stem + suffix,
                    pos=Pos.VERB,
                    number=number,
                    gender=gender,
                    voice=voice,
                    tense=tense,
                    suffix=suffix,
                )


@cache
def verb_table() -> Mapping[str, Sequence[tuple[str, str, str, str, str, bool]]]:
    """Read the conjugation table: lemma → (form, voice, tense, number, gender, transitive)."""
    table: dict[str, list[tuple[str, str, str, str, str, bool]]] = {}
    text = shipped_text("forms/verbs.tsv")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, form, voice, tense, number, gender, transitive = line.split("\t")
            table.setdefault(lemma, []).append((form, voice, tense, number, gender, transitive == "1"))
    return table


def _with_article(base: str, pos: Pos, number: str, gender: str) -> Iterator[Form]:
    if base.startswith("ال"):
        yield Form(text=base, pos=pos, number=number, gender=gender, definite=True)
        return
    yield Form(text=base, pos=pos, number=number, gender=gender)
    first, _, rest = base.partition(" ")
    yield Form(text=f"ال{first}" + (f" {rest}" if rest else ""), pos=pos, number=number, gender=gender, definite=True)


def _duals(stem: str, pos: Pos, gender: str) -> Iterator[Form]:
    for ending in ("ان", "ين"):
        yield from _with_article(stem + ending, pos, "du", gender)
    for ending in ("ا", "ي"):
        yield Form(text=stem + ending, pos=pos, number="du", gender=gender)


def _dual_construct(base: str, gender: str) -> Iterator[Form]:
    """Give the dual of a noun of two words in construct: "two men of security" of "man of security"."""
    head, _, rest = base.partition(" ")
    if rest and not head.endswith("ه"):
        for ending in ("ا", "ي"):
            yield Form(text=f"{head}{ending} {rest}", pos=Pos.NOUN, number="du", gender=gender)


def _sound_masculine(base: str, pos: Pos) -> Iterator[Form]:
    for ending in ("ون", "ين"):
        yield from _with_article(base + ending, pos, "pl", "m")
    for ending in ("و", "ي"):
        yield Form(text=base + ending, pos=pos, number="pl", gender="m")


def _of_kin(stem: str, endings: tuple[str, str], number: str, gender: str) -> Iterator[Form]:
    for ending, suffix in itertools.product(endings, _OBJECT):
        text = stem + ending + suffix
        yield Form(text=text, pos=Pos.NOUN, number=number, gender=gender, suffix=suffix, definite=True)


def _sound_feminine(stem: str, pos: Pos) -> Iterator[Form]:
    yield from _with_article(stem + "ات", pos, "pl", "f")
    for suffix in _POSSESSIVE:
        yield Form(text=stem + "ات" + suffix, pos=pos, number="pl", gender="f", suffix=suffix, definite=True)
