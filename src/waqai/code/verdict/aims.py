"""Whether an act was aimed at what is military, by the words behind it or by the kind of its place."""

from __future__ import annotations

from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.deed.launched import AT
from waqai.code.family import JOINS
from waqai.tag.actor.camps import tables
from waqai.tag.place.find import PlacePhrase


def aims_at_military(act: Act) -> bool:
    """Tell whether words after the trigger, or after "came under", name positions, a base, a column.

    Of the lead, and of every other clause that tells an act of its kind.
    """
    lead = act.lead
    assert lead.method is not None
    if any(d.objects and d.family_name in JOINS[act.family_name] and names_military(d) for d in act.drafts):
        return True
    posts = (at for at, phrase in lead.places if at > lead.method.at and is_post(phrase))
    return act.where is not None and act.where.at in posts and lead.place_chunks[0].prep in AT


def struck_from(draft: Draft, at: int) -> int:
    """Give the chunk behind which stands what the act at chunk ``at`` hit: "|came under| shelling", "|hit| the positions raids of X"."""
    return min(draft.marks.get(mark, at) for mark in _STRUCK) if draft.marks else at


_STRUCK: Final = ("undergo", "struck")


def is_post(phrase: PlacePhrase) -> bool:
    """Tell whether a place is a post, by its kind or by the name that it is known by."""
    return phrase.kind in _POSTS or phrase.name.partition(" ")[0] in tables()["posts"]["words"]


def names_military(draft: Draft) -> bool:
    """Tell whether a clause names what is military behind its act: "shelled |a post|"."""
    assert draft.method is not None
    at = struck_from(draft, draft.method.at)
    own = {p.at for p in draft.parts if p.rule == _OWN_POST}  # whose checkpoint it was that fired
    return any(cls == "military" and k > at and not own & {k + 1, k + 2} for k, cls in draft.objects)


_OWN_POST: Final = "roles.checkpoint_of"
_POSTS: Final = frozenset({"checkpoint", "base", "police"})
"""Kinds of place at which fire "upon" them is aimed for what they are."""
