"""One lexicon entry, and the forms in which it may stand in an article.

A lexicon file (``data/lexicon/*.toml``) is written by someone who knows Arabic and not Python:

    [[entry]]
    id     = "trigger.qasf"
    gloss  = "shelling, bombardment"
    method = "shelling"
    verb   = ["قَصَفَ"]
    noun   = ["قصف"]
    yes    = ["قصفت المدفعية حي الشعار"]
    no     = ["قصف جبهة منتقديه"]

``verb`` is conjugated, ``noun``, ``plural`` and ``adjective`` are inflected, ``phrase`` stands as it is. Phrases that several
entries of a file share stand once under ``[sets]`` at its top, and each entry names them: ``sets = ["bomb_squad"]``.
Proclitics are never part of a form: the matcher allows those that ``pos`` allows.
"""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import force_setattr

from waqai.values.term import Terms


class Kind(Terms):
    """What an entry is for; a file holds entries of one kind."""

    TRIGGER = "trigger"
    """An act: shelling, raid, clash, protest. ``method`` and ``strength`` are required."""
    HARM = "harm"
    """Killing, wounding, detaining … people. ``harm`` and ``cls`` are required."""
    ACTOR = "actor"
    """A named actor or nationality. ``actor`` is required; ``cls`` says how it names: name, nickname, nationality, country,
    generic (the country says whose), class (the text says whose), rebels (of the country, where no others are meant), troops (soldiers, where one army alone has any) or
    short (only behind the full name)."""
    FORCE = "force"
    """A head noun that makes an actor of what follows: forces, aircraft, patrol, fighters. ``method`` is what it does."""
    VICTIM = "victim"
    """People by class. ``who`` is required."""
    WEAPON = "weapon"
    """A thing that harms. ``method`` is what its use is coded as."""
    OBJECT = "object"
    """What is hit that is not a person. ``cls`` is military, civilian or vehicle."""
    PLACE_KIND = "place_kind"
    """Town, village, quarter, crossing … ``cls`` is a place precision."""
    PLACE_WORD = "place_word"
    """Countryside, direction and relation words of place phrases. ``cls`` says which."""
    TIME = "time"
    """Months, weekdays, parts of day, relative words. ``cls`` says which, ``value`` its number."""
    NUMBER = "number"
    """Number words. ``value`` is the number; ``cls`` is unit, teen, ten, hundred, scale, vague or bound."""
    PARTICLE = "particle"
    """Words that steer reading: negation, doubt, cause, result, joints, background, trend. ``cls`` says which."""
    SOURCE = "source"
    """Words that say who told it. ``cls`` is verb, preposition, noun or outlet."""
    PERSON = "person"
    """Titles and name words that show a person's name is near. ``cls`` is title, given or kunya."""


class Pos(Terms):
    """Part of speech of a form; decides which clitics may touch it."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


class Form(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One folded surface form. Empty strings mean "not marked".

    ``voice`` active or passive; ``tense`` past or present; ``number`` sg, du or pl;
    ``gender`` m or f; ``suffix`` the pronoun at its end, folded (``ه``, ``ها``, ``هم``).
    """

    text: str
    pos: Pos
    number: str = ""
    gender: str = ""
    voice: str = ""
    tense: str = ""
    suffix: str = ""
    definite: bool = False

    @property
    def is_active_verb(self) -> bool:
        """Whether it is a verb whose subject acts; one of which that is open may."""
        return self.pos is Pos.VERB and self.voice != "passive"


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One entry as loaded: meaning, generated forms, and the sentences that test it."""

    id: str
    kind: Kind
    gloss: str
    forms: tuple[Form, ...]
    cls: str = ""
    method: str = ""
    sub: str = ""
    strength: int = 0
    harm: str = ""
    who: str = ""
    actor: str = ""
    value: int | None = None
    countries: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    voice: str = ""
    """The side for which a text has to speak, where it is only said by that side: "our forces" are whoever's the paper is."""
    weapon: bool = False
    needs: tuple[str, ...] = ()
    """What must stand behind it (``waqai.lexicon.needs``)."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    tells_act: bool = False
    """Whether it tells an act, whose kind the weapon or the force may have to say, and does not only support one: worked out here, asked for by every rule."""
    names_act: bool = False
    """Whether it names its act by itself: worked out here too."""

    def __post_init__(self) -> None:
        """Note what its strength says."""
        force_setattr(self, "tells_act", self.strength > 1)
        force_setattr(self, "names_act", self.strength > 2)


class Reading(msgspec.Struct, frozen=True, gc=False):
    """An entry seen in one of its forms."""

    entry: Entry
    form: Form
