"""Who "we" are in the posts and digests of an armed group: "|we shelled| A", "|we managed| to blow up a charge", "harvest of the operations |of X|: …".

The one who speaks is whom the text names first; he did what its verbs of the first person tell, and under a heading of his own
operations what it tells in nouns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.camps import can_fly
from waqai.code.clause.scene import HELPED, Part, Role, ids_of
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.actor.armed import is_armed_group
from waqai.tag.actor.camps import tables
from waqai.tag.actor.find import ActorPhrase
from waqai.tag.actor.heading import TITLE, heads_digest, heads_text
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.tagged import Tagged

OURSELVES: Final = "roles.ourselves"
_WE: Final = "نا"
"""How a verb of the past ends whose subject is "we"."""
_TOLD: Final = frozenset({"fire", "bomb", "clash", "disrupted"})
"""Families of acts that a group tells of as its own in nouns: "the targeting of a tank", "the shooting down of a drone"."""

_AIMED: Final = "method.trigger.fire_at"


def speak_for_ourselves(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Give what "we" did, and what a group's own digest tells of nobody, to whom the text names first."""
    row = tagged.row
    first = next((c for c in row[: TITLE + 1] if c.sort is Sort.ACTOR and c.ids and not c.is_land), None)
    who = first.mention if first is not None else None
    if first is None or not isinstance(who, ActorPhrase) or not heads_text(tagged.words.texts, who):
        return
    group = all(map(is_armed_group, first.ids))
    if not group and tagged.words.texts[who.last : who.last + 1] != [":"]:
        return  # an army speaks for itself behind a colon only: "|X:| we targeted A"
    for draft in drafts:
        if draft.method is None or any(p.ids and p.rule not in HELPED for p in draft.parts if p.role is Role.AGENT):
            continue
        at = draft.method.at
        if not _did_we(tagged, at):
            told = group and (draft.family_name in _TOLD or draft.method.rule.startswith(_AIMED))
            if not (told and heads_digest(tagged.words.texts, first.first)) or any(p.ids for p in draft.sides):
                continue
        draft.parts.append(Part(at, first.ids, Role.AGENT, OURSELVES))
        if draft.family_name == "air" and not can_fly(first.ids):
            draft.tell(replace(draft.method, method="clash"))  # "we raided [aghara] a post", on foot


def own_what_is_ours(row: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
    """Give posts that whoever speaks calls his own to him as whom they were aimed at: "X: Y attacked |our posts| in A"."""
    for n, draft in enumerate(drafts):
        if draft.method is None or not draft.objects:
            continue
        ours = next((k for k, cls in draft.objects if cls == "military" and row[k].text.endswith(_OUR)), -1)
        if ours < 0 or any(p.ids for p in draft.targets):
            continue
        speaker = _speaker(drafts[: n + 1])
        if speaker and ids_of(draft.agents).isdisjoint(speaker):
            draft.parts.append(Part(ours, speaker, Role.TARGET, "roles.ours"))


def _speaker(told: Sequence[Draft]) -> tuple[str, ...]:
    """Give who spoke last in the sentence of the last of some clauses."""
    sentence = told[-1].clause.sentence
    for draft in reversed(told):
        if draft.clause.sentence != sentence:
            break
        if said := next((p.ids for p in draft.parts if p.rule in _SPEAKS and p.ids), ()):
            return said
    return ()


_OUR: Final = "نا"
_SPEAKS: Final = frozenset({"roles.source", "roles.announces"})


def _did_we(tagged: Tagged, at: int) -> bool:
    """Tell whether the act's verb, or the one that leads up to its noun, is of the first person: "we shelled", "we managed to shell"."""
    act = tagged.row[at]
    if is_ours(act):
        return True
    verb = act.reading(Kind.TRIGGER)
    if verb is None or verb.form.pos is Pos.VERB:
        return False
    return not set(tables()["ourselves"]["leads"]).isdisjoint(tagged.words.texts[max(0, act.first - _LED) : act.first])


_LED: Final = 5
"""Words from "we managed" to the act: thanks to God, a day."""


def is_ours(chunk: Chunk) -> bool:
    """Tell whether a chunk is an act's verb in the past of which "we" are the subject."""
    verb = chunk.reading(Kind.TRIGGER)
    if verb is None or verb.form.pos is not Pos.VERB or verb.form.number != "pl" or verb.form.suffix:
        return False
    return verb.form.tense == "past" and verb.form.text.endswith(_WE)
