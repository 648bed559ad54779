"""A second look at a post that told no act at first: one that names its dead, a line of hashtags, a bare "was targeted".

News puts act, doer and place into one clause, and the coder asks for that. Posts do not: "A buries its dead" names neither
act nor doer, the place stands in a hashtag or two lines above, and "a house was targeted in A" leaves open by whom. Where a
post gives nothing else, that is the incident it tells (codebook section 1: an act, a place, a time).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, When, Where, is_unknown
from waqai.code.clause.scene import Part, Role
from waqai.code.deed.method import MethodFound
from waqai.code.deed.refine import OPEN
from waqai.code.setting.where import Atlas
from waqai.code.story.assemble import Story
from waqai.lexicon.entry import Kind
from waqai.read.social import is_social
from waqai.tag.chunk import Chunk
from waqai.tag.date.expression import Today
from waqai.tag.harm.find import HURT
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged
from waqai.values.place import FINENESS

_SHORT: Final = 12
"""Sentences up to which a page is a post: longer ones that tell no act are analysis, and name their dead in passing."""
_IN: Final = frozenset({"في", "ب", "علي", "ل"})


_PLAIN: Final = 3
"""Strength of words that name an act of violence by themselves."""
_OF_ANY_CAUSE: Final = frozenset({"harm.died", "harm.died_verb"})
_THE_DEAD: Final = "harm.killed_count"
_BURIED: Final = "mourns"
_NO_NEWS: Final = frozenset({"accident", "in_care"})
"""Marks of posts of accidents, and of how somebody in a hospital is."""


def second_look(story: Story, drafts: Sequence[Draft], tagged: Tagged, atlas: Atlas) -> list[Act]:
    """Give the acts of a post that had none that could be reported: those without a place, and those told by victims alone."""
    if not _is_post(tagged) or atlas.sections or any(_NO_NEWS & draft.marks.keys() for draft in drafts):
        return []
    found = [act for act in story.acts if not act.lead.clause.background and not _is_beside_victims(act)]
    if not found:
        found += _by_act(story, drafts)
    if not any(act.harm for act in found):
        buried = any(_BURIED in draft.marks for draft in drafts)
        told = [d for d in drafts if _names_victims(d, tagged.row, buried=buried)]
        found += _by_victims(story, told, {k for k, _ in _phrases(tagged, [(d.clause.lo, d.clause.hi) for d in told])})
    for act in found:
        act.alone = True
        if act.where is None:
            act.where, act.own_place = _named_place(tagged, atlas), False
    return found


def _is_post(tagged: Tagged) -> bool:
    """Tell whether a page is a short post: newspapers name the dead of accidents and the players of games."""
    return len(tagged.sentences) <= _SHORT and is_social(tagged.article.url or "", tagged.article.title)


def _by_act(story: Story, drafts: Sequence[Draft]) -> Iterator[Act]:
    """Give the first act of violence that is told at all: "where they were arrested", with nobody who did it and no toll."""
    for lead in drafts:
        if lead.is_told and not lead.clause.background and lead.method is not None and lead.method.strength >= _PLAIN:
            named = (story.where(at, phrase, lead.clause.sentence) for at, phrase in (*lead.places, *lead.homes))
            where = next((w for w in named if w is not None), None)
            yield Act([lead], lead, where, _day(story, lead), list(lead.harm), own_place=where is not None)
            return


def _by_victims(story: Story, drafts: Sequence[Draft], stated: Collection[int]) -> Iterator[Act]:
    """Give the act that only its dead and wounded tell, at one of the places of chunks ``stated``: how they died is open."""
    told = [d for d in drafts if d.is_told and not d.clause.background]
    if not told:
        return
    own = [
        (d, where)
        for d in told
        for at, phrase in d.places
        if at in stated and (where := story.where(at, phrase, d.clause.sentence)) and _is_sure(phrase, where)
    ]
    if len({w.key for _, w in own}) > 1 and all(w.is_coarse for _, w in own):
        return  # "11 dead so far in Idlib and in the countryside of Aleppo" is a sum (ruling 1)
    if not own:
        return  # "the house in A is So-and-so's; his wife has burns"
    lead, where = next(((d, w) for d, w in own if not w.is_coarse), own[0])
    at = next(h.at for h in lead.harm if h.kind in HURT)
    method = MethodFound(OPEN, "", at, (), 2, "method.victims_alone", bare=True)
    lead = replace(lead, method=method, parts=[p for p in lead.parts if p.role is not Role.AGENT or _did_it(lead, p)])
    others = [d for d in told if d.clause != lead.clause and d.method is None]
    yield Act(
        [lead, *others],
        lead,
        where,
        _day(story, lead),
        [h for d in (lead, *others) for h in d.harm],
        own_place=True,
    )


def _day(story: Story, draft: Draft) -> When | None:
    return next(
        (when for at, mention in draft.dates if (when := story.days.calendar.when(at, mention)) is not None), None
    )


def _did_it(draft: Draft, part: Part) -> bool:
    """Tell whether somebody is said to have killed, not only to mourn, regret or hand over the dead."""
    return "agent" in draft.marks or any(part.at in h.agents or (h.active and part.at == h.at + 1) for h in draft.harm)


def _is_beside_victims(act: Act) -> bool:
    """Tell whether a weak word beside victims names no act of violence: they are the news, not who went where."""
    method = act.lead.method
    return bool(act.harm) and method is not None and method.strength == 1 and method.method != OPEN


def _names_victims(draft: Draft, row: Sequence[Chunk], *, buried: bool) -> bool:
    """Tell whether a clause that names no act of violence tells of people killed or hurt, and not only that somebody died.

    An obituary calls a man a martyr, or lists "the martyrs of A", and tells nothing; a burial is of those just killed, as are
    "the martyrs of A |today|".
    """
    buried = buried or any(isinstance(mention.expression, Today) for _, mention in draft.dates)
    weak = draft.method is None or draft.method.strength == 1
    hurt = (row[h.at].entry(Kind.HARM).id for h in draft.harm if h.kind in HURT and h.count.max != 0)
    return weak and any(harm not in _OF_ANY_CAUSE and (buried or harm != _THE_DEAD) for harm in hurt)


def _named_place(tagged: Tagged, atlas: Atlas) -> Where | None:
    """Give the finest place that the story names by a kind word, a hashtag or "in"; else one of the hashtags below it."""
    for ranges in ([(s.lo, s.hi) for s in tagged.sentences], _hashtags(tagged)):
        named = [
            w for k, phrase in _phrases(tagged, ranges) if (w := atlas.where(k, phrase, 0)) and _is_sure(phrase, w)
        ]
        if named:
            return min(named, key=lambda w: (FINENESS[w.value.precision], w.at))
    return None


def _is_sure(phrase: PlacePhrase, where: Where) -> bool:
    """Tell whether a name is a place's: the gazetteer knows it, or the phrase says where it lies."""
    return bool(phrase.containers) or not is_unknown(where)


def _phrases(tagged: Tagged, ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, PlacePhrase]]:
    for lo, hi in ranges:
        for k in range(lo, hi):
            chunk = tagged.row[k]
            if isinstance(chunk.mention, PlacePhrase) and chunk.prep != "من":
                hashed = tagged.folded.raw.startswith("#", tagged.chunk_span(k).start - 1)
                if hashed or chunk.mention.kind or chunk.mention.containers or chunk.prep in _IN:
                    yield k, chunk.mention


def _hashtags(tagged: Tagged) -> list[tuple[int, int]]:
    """Give the chunks of the row of hashtags that closes a post."""
    found = []
    for part in tagged.article.excluded:
        if part.reason == "hashtags" and part.span is not None:
            at = [k for k in range(len(tagged.row)) if part.span.start <= tagged.chunk_span(k).start < part.span.end]
            found += [(at[0], at[-1] + 1)] if at else []
    return found
