"""The toll of one act: one row for each kind and class of victims, from all accounts of it (rulings 19, 20, 29 and 30)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from waqai.code.act.told import Act
from waqai.code.clause.scene import ids_of
from waqai.code.family import FAMILY, FROM_AFAR
from waqai.code.verdict.led_away import taken_once
from waqai.code.verdict.lived import who_lived
from waqai.code.verdict.losses import losses_of_both
from waqai.code.verdict.others import with_others
from waqai.code.verdict.unnamed import is_at_base
from waqai.model import Harm
from waqai.tag.harm.find import CIVILIANS, COMBATANTS, HURT, UNSPECIFIED, HarmMention
from waqai.tag.harm.victim_side import ATTACKERS
from waqai.values.actor import CIVILIANS as CIVILIANS_ID
from waqai.values.actor import PROTESTERS, TRIBAL, UNKNOWN
from waqai.values.count import DOZENS, Count

_FOUGHT: Final = frozenset({"clash", "capture", "fire", "air", "bomb", "violence", "open"})
_DEMANDED: Final = frozenset({"released", "missing", "abducted"})
"""What protesters ask for or protest against, which did not befall them."""
_HUNDRED: Final = 100
_COUNTED: Final = 3
"""From here on "at least" goes with a number that somebody counted; "1 or more" is a bare plural."""
_KINDS: Final = ("killed", "wounded", "detained", "abducted", "missing", "released")


def toll(act: Act) -> list[tuple[Harm, HarmMention]]:
    """Add up the act's toll: one row for each kind and class, the most telling account of each."""
    if not act.harm:
        return []
    rows: dict[tuple[str, str], HarmMention] = {}
    counted = any(0 < (m.count.min or 0) < _THOUSANDS for m in act.harm if m.kind in HURT)
    let_go, protest = act.family_name == "release", act.family_name == "protest"
    freed = let_go and all(m.kind != "released" for m in act.harm)
    for mention in _told_once(list(with_others(act.harm))):
        if freed and mention.kind == "abducted":
            mention = replace(mention, kind="released")  # "freed a youth |who had been kidnapped|"
        if mention.undescribed or (protest and mention.kind in _DEMANDED):
            continue
        if let_go and mention.kind in ("detained", "killed", "missing", "abducted"):
            continue  # whom "they had arrested" are those who now go free; the dead are handed over
        if counted and mention.kind in HURT and mention.count.max is None and mention.count.min == _THOUSANDS:
            continue  # "the rebels who killed |thousands|"
        if mention.meant and _is_known(mention, act.harm):
            continue  # "gunmen shot at the teacher, |which led to his death|"
        key = (mention.kind, mention.who)
        if key not in rows or _says_more(mention, rows[key]):
            rows[key] = mention
    _add_sides(act, rows)
    _fold_unnamed(rows)
    taken_once(rows)
    default = _default_class(act, rows.values()) if any(not who for _, who in rows) else ""
    final: dict[tuple[str, str], HarmMention] = {}
    for (kind, who), mention in rows.items():
        key = (
            kind,
            who or (UNSPECIFIED if mention.count.max == 0 or (default == COMBATANTS and kind not in HURT) else default),
        )
        if key in final and mention.part_of and mention.part_of == final[key].part_of:
            final[key] = replace(mention, count=mention.count + final[key].count)
        elif key not in final or _says_more(mention, final[key]):
            final[key] = mention
    _drop_contradicted_zeros(final)
    _drop_told_twice(final)
    ordered = sorted(final.items(), key=lambda item: (item[1].count.max == 0, _place_of(item[0][0])))
    return [(Harm(kind, who, m.count.min, m.count.max), m) for (kind, who), m in ordered]


def _is_known(meant: HarmMention, harm: Sequence[HarmMention]) -> bool:
    """Tell whether the one whom a pronoun means has been told of by name or class."""
    one = (m for m in harm if m is not meant and m.kind == meant.kind and not m.meant and m.count == meant.count)
    return meant.count.max == 1 and any(m.who and m.who != meant.who for m in one)


_THOUSANDS: Final = 2000
"""What "thousands" counts for: what a war or a group has cost, and no act."""


def _drop_told_twice(rows: dict[tuple[str, str], HarmMention]) -> None:
    """Drop one of two rows that count the same, of a class and of nobody described: the headline calls persons whom the body calls mostly fighters."""
    for kind in (*HURT, "detained"):
        other = rows.get((kind, UNSPECIFIED))
        if other is None or (other.count.min or 0) < _COUNTED:
            continue
        same = [who for (k, who), m in rows.items() if k == kind and who != UNSPECIFIED and m.count == other.count]
        if len(same) != 1:
            continue
        undescribed = any(k in HURT and k != kind and who == UNSPECIFIED for k, who in rows)
        described = any(k in HURT and k != kind and who == same[0] for k, who in rows)
        del rows[kind, same[0] if undescribed and not described else UNSPECIFIED]


def _add_sides(act: Act, rows: dict[tuple[str, str], HarmMention]) -> None:
    """Let the fighters' row of a fight count the losses of both sides, where no account of it counts more."""
    fighters = [kind for kind in HURT if (kind, COMBATANTS) in rows]
    if not fighters or act.family_name in FROM_AFAR:
        return
    doers = ids_of(act.lead.agents) or act.agent_ids()
    for kind in fighters:
        both = losses_of_both(act.harm, kind, doers, _says_more)
        if both is None:
            continue
        row = rows[kind, COMBATANTS]
        total = replace(row, count=both[0].count + both[1].count)
        if (total.count.min or 0) > (row.count.min or 0):
            rows[kind, COMBATANTS] = total


def of_the_hit(
    harm: Sequence[tuple[Harm, HarmMention]], targets: Sequence[str], method: str
) -> list[tuple[Harm, HarmMention]]:
    """Let victims whom nobody describes be of the class that was hit: civilians, or the fighters fought (ruling 29)."""
    if not harm:
        return []
    fought = (
        FAMILY[method].name in _FOUGHT
        and not {CIVILIANS_ID, PROTESTERS, TRIBAL, UNKNOWN} & set(targets)
        and bool(targets)
    )
    who = CIVILIANS if list(targets) in ([CIVILIANS_ID], [PROTESTERS]) else COMBATANTS if fought else ""
    told = {row.kind for row, _ in harm if row.who == who}
    return [
        (replace(row, who=who), m)
        if who and row.who == UNSPECIFIED and row.kind not in told and _is_of_the_hit(row, m, who)
        else (row, m)
        for row, m in harm
        if not (row.max == 0 and who == CIVILIANS and row.who == UNSPECIFIED and row.kind in told)
    ]


def _is_of_the_hit(row: Harm, m: HarmMention, who: str) -> bool:
    """Tell whether nobody describes the hurt or taken; that nobody was hurt is told of the civilians who were shelled."""
    if row.max == 0:
        return who == CIVILIANS
    return not m.who and (row.kind in HURT or (row.kind == "abducted" and who == CIVILIANS))


def as_abducted(harm: Sequence[tuple[Harm, HarmMention]]) -> list[tuple[Harm, HarmMention]]:
    """Call those taken abducted, whatever the verb, where who took them has no authority and detains nobody (ruling 10)."""
    told = {row.who for row, _ in harm if row.kind == "abducted"}
    return [
        (replace(row, kind="abducted"), m) if row.kind == "detained" else (row, m)
        for row, m in harm
        if row.kind != "detained" or row.who not in told
    ]


def _place_of(kind: str) -> int:
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _told_once(harm: Sequence[HarmMention]) -> list[HarmMention]:
    """Leave out "a person was killed" where another account says who the one killed was (ruling 30)."""
    harm = who_lived(_without_wounds_of_the_dead(harm))
    said = {(m.kind, m.count) for m in harm if not m.plain and m.who not in ("", CIVILIANS)}
    parts = {(m.kind, m.part_of) for m in harm if m.part_of}
    split = _broken_down(harm)
    exact = {m.kind: m.count.min or 0 for m in harm if m.count.is_exact}
    return [
        m
        for m in harm
        if not (m.plain and (m.kind, m.count) in said)
        and not (m.known and (m.count.min or 0) <= exact.get(m.kind, 0))
        and not (not m.part_of and m.count.is_exact and (m.kind, m.count.min) in parts)
        and not ((m.plain or not m.who) and (m.kind, m.count.min) in split)
    ]


def _broken_down(harm: Sequence[HarmMention]) -> set[tuple[str, int | None]]:
    """Give the numbers that another clause tells by class: "seven persons were killed", then "four policemen and three civilians"."""
    told: dict[tuple[str, int], dict[str, int]] = {}
    for m in harm:
        if m.who and m.count.is_exact and m.count.min and not m.part_of:
            told.setdefault((m.kind, m.at), {})[m.who] = m.count.min
    return {(kind, sum(by_class.values())) for (kind, _), by_class in told.items() if len(by_class) > 1}


def _without_wounds_of_the_dead(harm: Sequence[HarmMention]) -> Sequence[HarmMention]:
    """Leave out of the wounded whoever is told to have died of it (ruling 21)."""
    died = {m.count.min for m in harm if m.of_wounds and m.kind == "killed" and m.count.is_exact}
    if not died:
        return harm
    hurt = {m.count.min for m in harm if m.kind == "wounded" and m.count.is_exact and m.count.min}
    gone = {n for n in hurt for k in died if n == k or (n - k in hurt if n and k else False)}
    dead = [m.last for m in harm if m.kind == "killed" and not m.of_wounds]
    return [
        m
        for m in harm
        if m.kind != "wounded"
        or m.others
        or not m.count.is_exact
        or m.count.min not in gone
        or any(0 <= m.at - k <= _BESIDE for k in dead)
    ]


_BESIDE: Final = 1
"""Chunks between the dead and the wounded told beside them, who are others: "killed one |and wounded two|"."""


def _says_more(new: HarmMention, old: HarmMention) -> bool:
    """Prefer a number to a plural, an exact number to a range, and the greater toll of the two; of one number "at least" stays."""
    if new.count.min == old.count.min and (new.count.min or 0) >= _COUNTED:
        return new.count.max is None and old.count.is_exact
    if new.count.min == old.count.min and (new.count.max is None) != (old.count.max is None):
        return new.count.max is not None  # "five killed or wounded" says more than "killed and wounded"
    if new.count.is_exact and not old.count.is_exact:
        return (new.count.min or 0) >= (1 if _is_vague(old.count) else old.count.min or 1)
    if old.count.is_exact and not new.count.is_exact:
        return not _is_vague(new.count) and (new.count.min or 0) > (old.count.min or 0)
    if (
        not new.count.is_exact
        and new.count.max is None
        and old.count.max is None
        and _is_vague(new.count) != _is_vague(old.count)
    ):
        return _is_vague(old.count)  # "at least 19" is more than the headline's "dozens"
    return _weight(new) > _weight(old)


def _is_vague(count: Count) -> bool:
    """Tell whether a count is a plural or "dozens", to which any number is to be preferred, and no "at least" of a number."""
    low = count.min or 0
    return low < _COUNTED or low == DOZENS or low % _HUNDRED == 0


def _weight(mention: HarmMention) -> tuple[bool, int]:
    return mention.count.is_exact and mention.count.min != 0, mention.count.min or 0


def _fold_unnamed(rows: dict[tuple[str, str], HarmMention]) -> None:
    """Let "6 wounded" and "6 civilians wounded" be one row: the class told anywhere is the class."""
    for kind in [k for k, who in rows if not who]:
        bare = rows[kind, ""]
        named = [(k, w) for k, w in rows if k == kind and w]
        if len(named) > 1 and _counts_the_same(bare, [rows[key] for key in named]):
            del rows[kind, ""]
            continue
        if len(named) != 1:
            continue
        other = rows[named[0]]
        if bare.count.max == 0 or bare.part_of or (ATTACKERS in other.sides and bare.count != other.count):
            continue  # those who were hit are not of the attackers' class
        del rows[kind, ""]
        if _says_more(bare, other):
            rows[named[0]] = bare


def _counts_the_same(bare: HarmMention, named: Sequence[HarmMention]) -> bool:
    """Tell whether a number without a class is that of one class told elsewhere, or of all of them."""
    if bare.count == Count.at_least(1):
        return True  # "others were hurt" is no third class
    counts = [m.count.min or 0 for m in named]
    return bare.count.is_exact and bare.count.min in (*counts, sum(counts))


def _default_class(act: Act, mentions: Iterable[HarmMention]) -> str:
    """Give the class of victims whom nobody describes (rulings 19 and 29)."""
    rest = {m.part_of for m in mentions if m.part_of and not m.who}
    described = (m for m in mentions if m.who and m.count.max != 0 and ATTACKERS not in m.sides)
    named = {m.who for m in described if m.part_of not in rest}
    if len(named) == 1 and not (_hits_somebody(act) and all(m.kind == "wounded" for m in mentions if m.who)):
        return named.pop()
    return _class_by_act(act, mentions)


def _hits_somebody(act: Act) -> bool:
    """Tell whether it is told whom an act was aimed at, or who fought: who else was wounded says nothing of the dead."""
    return any(p.ids for d in act.drafts for p in (*d.targets, *d.sides))


def _class_by_act(act: Act, mentions: Iterable[HarmMention]) -> str:
    """Give the class of those whom an act of its kind hits."""
    family = act.family_name
    if _hits_somebody(act):
        fighters = family in ("clash", "capture", "fire", "air") or any(m.part_of for m in mentions)
        fighters = fighters and not any(CIVILIANS_ID in p.ids for d in act.drafts for p in (*d.targets, *d.sides))
        return COMBATANTS if fighters else UNSPECIFIED
    if family in ("fire", "air", "bomb", "violence", "open") and not any(
        cls == "military" for d in act.drafts for _, cls in d.objects
    ):
        return UNSPECIFIED if is_at_base(act) else CIVILIANS
    taken = family in ("raid", "abduction") and not any(m.kind in HURT for m in mentions)
    return CIVILIANS if taken else UNSPECIFIED  # arrests without a named group (ruling 18)


def _drop_contradicted_zeros(rows: dict[tuple[str, str], HarmMention]) -> None:
    if zeros := [key for key, m in rows.items() if m.count.max == 0]:
        hurt = {kind for (kind, _), m in rows.items() if m.count.max != 0}
        for key in zeros:
            if key[0] in hurt or hurt & HURT:
                del rows[key]
