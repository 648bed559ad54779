"""What an act finally is: type, sides, toll, outcome (codebook section 6, rulings 10 to 21 and 27 to 42)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act
from waqai.code.camps import (
    can_fly,
    foes_of,
    orders_at,
    owner_of,
    stand_together,
    without_friends,
    without_members,
)
from waqai.code.clause.scene import HELPED, Part
from waqai.code.family import FROM_AFAR, is_from_afar
from waqai.code.side.sides import FELLOWS
from waqai.code.story.protested import protested
from waqai.code.verdict.authority import country_and_day, is_of_authority, kept_by
from waqai.code.verdict.bombs import without_soldiers
from waqai.code.verdict.clients import flown, with_allies, with_clients
from waqai.code.verdict.exchange import answering, exchanged
from waqai.code.verdict.fighters import against, died_attacking, first_hit, first_side, is_one_side
from waqai.code.verdict.friends import is_of_friends
from waqai.code.verdict.hit_too import hit_people_too
from waqai.code.verdict.nearness import by_nearness
from waqai.code.verdict.protest import (
    brawling,
    broken_up_by,
    crowd_alone,
    crowd_hurt,
    fell_protesting,
    is_broken_up,
    is_protest,
)
from waqai.code.verdict.streets import stoned, throws
from waqai.code.verdict.unnamed import REMOTE, SEEKS_PEOPLE, foes_of_fight, only_stood_near, unnamed
from waqai.model import Harm
from waqai.tag.attribution import SourceMention
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HarmMention
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import PROTESTERS, TRIBAL, UNKNOWN


def initiators(act: Act, *, clash: bool) -> tuple[list[str], list[Part]]:
    """Give who did it, each id once, in the order told; ``UNKNOWN`` when nobody says (ruling 14)."""
    if is_protest(act):
        if clans := brawling(act):
            return [TRIBAL], clans
        force = broken_up_by(act)
        if not force and is_broken_up(act):
            return [UNKNOWN], []
        return (_unique(force), force) if force else ([PROTESTERS], [])
    method = act.lead.method
    if method is not None and method.method in _OF_BOTH:
        parts = _parties(act)
        return _unique(parts) or [UNKNOWN], parts
    parts = without_soldiers(act, _nearest_doers(act, fights=clash))
    parts = parts or exchanged(act)
    helpers = parts if clash and all(p.rule in HELPED for p in parts) else []
    parts = [] if helpers else parts
    parts = parts or died_attacking(act)
    if clash and not parts:
        parts = first_hit(act)
    if clash and not parts:
        parts = crowd_alone(act)
    if clash and not parts:
        sides = [p for d in act.by_rank() for p in d.sides if p.ids]
        parts = [] if is_one_side(sides) else first_side(sides)
    parts = [*parts, *(p for p in helpers if foes_of(_unique(parts)).isdisjoint(p.ids))]
    ids = _unique(parts)
    if UNKNOWN in ids and len(ids) > 1:
        ids.remove(UNKNOWN)
    if method is not None and method.family == "air":
        ids = _in_the_air(act, method.method, ids)
    elif method is not None and not ids and is_of_authority(act, method.method):
        ids = orders_at(*country_and_day(act), police=method.method != "curfew")
    ids = ids or kept_by(act)
    return ids or [PROTESTERS if clash and crowd_hurt(act) else UNKNOWN], parts


_OF_BOTH: Final = frozenset({"exchange", "ceasefire"})
"""Methods of acts that two parties do together (ruling 17)."""


def _parties(act: Act) -> list[Part]:
    """Give all who are named as parties: who lets go, and whose men are let go."""
    sides = [p for d in act.by_rank() for p in (*d.agents, *d.sides, *d.targets) if p.ids and p.ids != (UNKNOWN,)]
    return sides or _nearest_doers(act)


def _in_the_air(act: Act, method: str, ids: list[str]) -> list[str]:
    """Give who bombed: nobody without aircraft, no member beside its coalition, the owner of a weapon that only one side has."""
    if method in _MANNED:
        ids = can_fly(ids)
    if not ids and method == _AIRSTRIKE:
        return owner_of(method, *country_and_day(act)) or orders_at(*country_and_day(act))
    return without_members(ids) or owner_of(method, *country_and_day(act))


_AIRSTRIKE: Final = "airstrike"
"""Aircraft with a crew are the state's own where nobody else holds a part of the country."""


_MANNED: Final = frozenset({"airstrike", "barrel_bomb"})


_FIGHTS: Final = frozenset({"clash", "capture", "open"})


def _nearest_doers(act: Act, *, fights: bool = False) -> list[Part]:
    """Give the doers of the clause that tells the act's place, else of the nearest clause; the headline comes last.

    Who is named anywhere comes before "unknown gunmen"; those who helped are taken from every clause. Where sides ``fights``,
    who shelled or raided meanwhile does not say who attacked.
    """
    home, ranked = by_nearness(act)
    sided = fights and any(p.ids for d in act.drafts for p in d.sides)
    ours = (d for d in ranked if not sided or d.method is None or d.family_name in _FIGHTS)
    named = [found for d in ours if (found := d.doers)]
    known = (found for found in named if any(p.ids != (UNKNOWN,) for p in found))
    chosen = with_clients(next(known, named[0] if named else []), flown(home, ranked) or named)
    if chosen and not sided and len(ranked) > 1:
        # only clauses that name the act's own place, not the land around it
        own = {phrase.name for d in act.drafts for k, phrase in d.places if act.where is not None and k == act.where.at}
        body = (d for d in ranked if not d.clause.headline and d.family_name == act.family_name)
        chosen = with_allies(chosen, [d.doers for d in body if any(phrase.name in own for _, phrase in d.places)])
    helped = [p for d in ranked for p in d.agents if p.ids and p.rule in HELPED]
    return chosen + helped


def targets(
    act: Act, final: str, harm: Sequence[tuple[Harm, HarmMention]], by: list[str], enemies: list[str], *, clash: bool
) -> tuple[list[str], list[Part], str]:
    """Give whom it was aimed at, the words that say so, and the rule (rulings 15, 17, 18, 30 to 32, 36).

    ``final`` is the method that it is coded as; ``enemies`` are those whom the article elsewhere has these doers fight: taken where this act names nobody.
    """
    method = act.lead.method
    family = act.family_name
    if (
        method is not None and method.sub == _DISARMS
    ):  # arms seized are somebody's, and not what a raid seizes of people
        held = any(row.kind == "detained" and row.max != 0 for row, _ in harm)
        family = "raid" if held else "disrupted"
    if method is not None and (method.method in _OF_BOTH or method.sub == _SETS_UP):
        return [], _parties(act), "judge.nobody_aimed_at"
    if family == "protest" and by != [PROTESTERS]:
        return _crowd(act)
    if family == "protest":
        ids, parts = (_unique(hit := stoned(act)), hit) if throws(act) else protested(act)
        wave = not ids and bool(enemies)
        return (enemies, [], "judge.authority_of_the_wave") if wave else (ids, parts, "judge.authority")
    hit_civilians = any(row.who == CIVILIANS and row.max != 0 for row, _ in harm)
    parts = [
        p
        for d in _without_grounds(act, clash=clash)
        for p in d.targets
        if p.ids and not only_stood_near(p.rule, family, hit_civilians=hit_civilians, clash=clash)
    ]
    parts += [*answering(act, by), *([p for d in act.by_rank() for p in against(d, by)] if clash else ())]
    parts = [p for p in parts if not is_of_friends(p, family, by)]
    if hit_civilians and family in REMOTE and not clash:
        parts = _aimed_where_it_hit(act, parts)
    ids = _unique(_by_name(parts))
    owners = [i for row, m in harm for i in m.owner if row.who != CIVILIANS]
    ids += [i for i in dict.fromkeys(owners) if i not in ids]
    if not clash and (family in SEEKS_PEOPLE or hit_civilians):
        ids = [CIVILIANS_ID if i == TRIBAL else i for i in ids]  # "four sons of the clan of X" are no militia
    if is_from_afar(final):
        ids = [CIVILIANS_ID if i == PROTESTERS else i for i in ids]  # guns and aircraft disperse nobody
    others = [i for i in ids if i not in by]
    own = family == "raid" and not hit_civilians and any(_raids_its_own(d) for d in act.drafts)
    sided = clash and any(_fight_among_themselves(d) for d in act.drafts)  # of one actor against each other (ruling 16)
    ids = without_friends(others if others or not (sided or own) else ids, by)
    if hit_civilians and is_from_afar(final) and others and stand_together(by, others):
        return [CIVILIANS_ID], parts, "judge.civilians_hit"  # nobody is bombed by friends
    if ids and hit_civilians and is_from_afar(final) and not clash and hit_people_too(act):
        ids = [CIVILIANS_ID, *(i for i in ids if i != CIVILIANS_ID)]
    if ids:
        return ids, parts, next((p.rule for p in parts if not set(ids).isdisjoint(p.ids)), "judge.victims_of")
    if family == "release" or (family == "movement" and not hit_civilians):
        return [], parts, "judge.nobody_aimed_at"
    among = [p for d in act.by_rank() for p in _fight_among_themselves(d) if clash or p.rule == FELLOWS]
    if among and list(among[0].ids) == by:
        return by, among, among[0].rule
    if clash:
        return foes_of_fight(act, enemies, parts, harm, final)
    if hit_civilians and not _passed_by(harm, family, enemies):
        return [PROTESTERS if fell_protesting(act, harm, by) else CIVILIANS_ID], parts, "judge.civilians_hit"
    return unnamed(act, harm, enemies, parts, family)


def _crowd(act: Act) -> tuple[list[str], list[Part], str]:
    """Give the crowd that a force met, or the clans that brawled with each other."""
    clans = brawling(act)
    return ([TRIBAL], clans, "judge.brawl") if clans else ([PROTESTERS], [], "judge.broken_up")


def _passed_by(harm: Sequence[tuple[Harm, HarmMention]], family: str, enemies: Sequence[str]) -> bool:
    """Tell whether civilians only passed by: more fighters died when a post was bombed, or of those shot none but fighters whose army is known."""
    dead = {who: sum(row.min or 0 for row, _ in harm if row.kind == "killed" and row.who == who) for who in _CLASSES}
    return dead[COMBATANTS] > dead[CIVILIANS] and (family in _FROM_FAR_OFF or bool(enemies and not dead[CIVILIANS]))


_CLASSES: Final = (COMBATANTS, CIVILIANS)
_FROM_FAR_OFF: Final = FROM_AFAR | {"bomb"}
"""Families of acts that also hurt who stands near."""


def _by_name(parts: Sequence[Part]) -> list[Part]:
    """Leave out of a whole side's words whom the act does not name, where it names one of the side: "three |Houthis| fell at a post of |the rebels|"."""
    if len(parts) == 1:
        return list(parts)
    named = {p.ids[0] for p in parts if len(p.ids) == 1}
    return [p for p in parts if len(p.ids) == 1 or named.isdisjoint(p.ids)]


def _without_grounds(act: Act, *, clash: bool) -> list[Draft]:
    """Leave out of a fight whose sides are named the raids and arrests that led to it: "… after X arrested a man |of Y|"."""
    told = act.by_rank()
    if not clash or not any(p.ids for d in told for p in d.sides):
        return told
    return [d for d in told if d is act.lead or d.family_name not in SEEKS_PEOPLE]


_SETS_UP: Final = "Headquarters or base established"
_DISARMS: Final = "Disrupted weapons use"
_OF_THEIRS: Final = frozenset({"roles.owner_of_object", "roles.member_of"})
"""Rules by which a raid is aimed at men or posts of somebody."""


def _raids_its_own(draft: Draft) -> bool:
    """Tell whether a clause names who raids and, behind him, men or posts of the same actor: "X's police raided a post of [l-] X"."""
    return any(
        p.rule in _OF_THEIRS and p.ids == doer.ids and doer.at < p.at for doer in draft.agents for p in draft.targets
    )


def _aimed_where_it_hit(act: Act, parts: list[Part]) -> list[Part]:
    """Keep of whom fire was aimed at those whom the clauses name that tell it or its dead: not what a spokesman says it was aimed at."""
    flown = act.family_name == "air"
    told = [
        d
        for d in act.drafts
        if d is act.lead
        or any(h.who == CIVILIANS or (flown and h.who == COMBATANTS and h.kind == "killed") for h in d.harm)
    ]
    own = {p.at for d in told for p in d.targets}
    bombed = act.family_name == "bomb"  # who uses a mosque is not whom a bomb among its visitors was aimed at
    return [p for p in parts if p.at in own and not (bombed and p.rule == _USED)]


def _fight_among_themselves(draft: Draft) -> list[Part]:
    """Give the sides that are one actor: "fighting among the mercenaries", "between this and that faction" of one army."""
    sides = [p for p in draft.sides if p.ids]
    if len(sides) > 1 and all(p.ids == sides[0].ids for p in sides):
        return sides
    return [p for p in sides if p.rule in ("roles.among", FELLOWS)]


def _unique(parts: Iterable[Part]) -> list[str]:
    return list(dict.fromkeys([i for p in parts for i in p.ids]))


_USED: Final = "roles.holds"


def status(act: Act, sources: Sequence[SourceMention], *, party: bool = False) -> tuple[str, str, int | None]:
    """Tell who vouches, by which rule, and the chunk that says so (ruling 39).

    A particle of doubt or denial says it; else an act that only a ``party`` to the conflict tells, in its own outlet or cited, is claimed.
    """
    for name in ("denial", "hedge"):
        for draft in act.drafts:
            if name in draft.marks:
                return ("denied" if name == "denial" else "unconfirmed"), f"status.{name}", draft.marks[name]
    if any(source.hedged for source in sources):
        return "unconfirmed", "status.said_with_doubt", None
    if (sources or party) and all(source.is_party for source in sources):
        return "claimed", "status.party_alone", None
    return "reported", "status.nothing_said", None
