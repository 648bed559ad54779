"""Who claims an attack some words before the claim: "X announced |through its agency|, |which swore allegiance to Y|, its responsibility"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Part, Role, Scene
from waqai.code.side.speech import is_denied
from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.place.find import PlacePhrase

CLAIMS: Final = "roles.claims"
_CLAIMS: Final = "claims"
_FURTHER_ON: Final = 5
"""Chunks between who announces and his claim: through whom, where, when."""
_SO_CALLED: Final = 2
"""Unread words before who announces: "|what is called| the organisation of X"."""
_SET_APART: Final = 9
"""Chunks that two commas may set apart between who claims an attack and his claim."""


def by_claim(scene: Scene, parts: Sequence[Part], k: int, after: Reading | None) -> tuple[Role, str] | None:
    """Read who claims an act or denies that it was his, and who only stands between him and the claim."""
    if _CLAIMS not in scene.marks:
        return (Role.AGENT, CLAIMS) if _is_one_of_his(scene, parts, k) else None
    if after is not None and after.entry.id == _BEHIND and _leaves_behind(scene, k + 2):
        return None
    if (after is not None and after.entry.cls == _CLAIMS) or _goes_on_to_claim(scene, k) or _which_claimed(scene, k):
        if _is_of_him(scene, k):
            return Role.NONE, "roles.source"
        return (Role.NONE, "roles.denies") if is_denied(scene, k) else (Role.AGENT, CLAIMS)
    if _claims_further_on(scene, k) or _is_one_of_his(scene, parts, k):
        return Role.AGENT, CLAIMS
    if _is_in_aside(scene, parts, k):
        return Role.NONE, "roles.aside"
    return None


def _leaves_behind(scene: Scene, k: int) -> bool:
    """Tell whether "behind him" says where somebody left what stands at ``k``: "X left |behind it| mines"."""
    if k >= scene.hi or scene.row[k].gap > 1 or scene.row[k].joined or scene.row[k].prep:
        return False
    return scene.row[k].sort in (Sort.NUMBER, Sort.WORD, Sort.PERSON)


_BEHIND: Final = "particle.claims.behind"


def _is_of_him(scene: Scene, k: int) -> bool:
    """Tell whether who speaks is a "she", and did what "he" did not: "a man of whom the police said |that he| was behind it"."""
    said = scene.row[k - 1].reading(Kind.SOURCE) if k > scene.lo else None
    return said is not None and said.form.gender == "f" and scene.row[k + 1].has(_HE)


_HE: Final = "particle.claims.he"


def set_general_aside(scene: Scene, parts: list[Part]) -> list[Part]:
    """Take no one for the doer who is only said to be behind acts in general: "X is behind |most attacks|", "claimed |such attacks|"."""
    return [
        p.turned(Role.NONE, "roles.in_general") if p.rule in _BLAMED and _is_of_many(scene, p) else p for p in parts
    ]


_BLAMED: Final = frozenset({CLAIMS, "roles.accused", "roles.ascribed"})


def _is_of_many(scene: Scene, part: Part) -> bool:
    """Tell whether the act named behind an actor is none in particular, and he did not claim the one before: "|which| X |claimed|"."""
    before = scene.row[part.at - 1]
    if before.particle == "claims" and before.text.endswith(_IT):
        return False
    named = (scene.row[j] for j in range(part.at + 1, scene.hi) if scene.row[j].reading(Kind.TRIGGER) is not None)
    return next((chunk.supposed for chunk in named), False)


_IT: Final = ("ه", "ها", "هما")
"""Endings of "which he claimed"."""


def with_joint(scene: Scene, parts: list[Part]) -> list[Part]:
    """Let whoever "and" joins right ahead of one who claims an act, or is accused of it, do so too: "|X and| Y claimed the attack"."""
    for n in range(len(parts) - 1, 0, -1):
        last, before = parts[n], parts[n - 1]
        if last.rule in _JOINT and before.role is Role.NONE and _are_joined(scene, before, last):
            parts[n - 1] = before.turned(last.role, last.rule)
    return parts


def with_mates(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give whoever "and" joins right behind one whose part in the act was turned the same part: "lost A to X |and Y|"."""
    for n in range(1, len(parts)):
        before, part = parts[n - 1], parts[n]
        if before.rule in _TURNED and part.role is not before.role and _are_joined(scene, before, part):
            parts[n] = part.turned(before.role, before.rule)
    return parts


def _are_joined(scene: Scene, before: Part, part: Part) -> bool:
    return part.at - before.at == 1 and scene.row[part.at].joined and not scene.row[part.at].gap


_TURNED: Final = frozenset({"roles.fell_to", "roles.attempts"})


_JOINT: Final = frozenset({CLAIMS, "roles.accused"})


def _claims_further_on(scene: Scene, k: int) -> bool:
    """Tell whether an actor who announces something claims the act some words on: "X announced |through its agency its responsibility|"."""
    row = scene.row
    if k == scene.lo or row[k].prep or row[k - 1].reading(Kind.SOURCE) is None or row[k].gap > _SO_CALLED:
        return False
    dated = k + 1 < scene.hi and row[k + 1].sort is Sort.DATE  # "X announced |at dawn|, through its agency, …"
    if _behind_aside(row, k + dated, scene.hi) >= 0:
        return True
    for j in range(k + 1, min(k + _FURTHER_ON, scene.hi)):
        if row[j].particle == "claims":
            return True
        again = row[j].ids == row[k].ids or (row[j].is_land and row[j].prep == "في")  # "the branch of X |in| Yemen"
        set_off = row[j].text == "," and j + 1 < scene.hi and row[j + 1].particle == "claims" and not row[j + 1].gap
        if (row[j].sort is Sort.STOP and not set_off) or (row[j].sort is Sort.ACTOR and not again):
            return False
    return False


def _is_one_of_his(scene: Scene, parts: Sequence[Part], k: int) -> bool:
    """Tell whether whoever speaks says that one of his own did what was told before: "X said that |one of its men| carried out the attack"."""
    if not parts or parts[-1].rule != "roles.source" or scene.trigger is None or scene.trigger < k:
        return False
    told = scene.row[scene.trigger].reading(Kind.TRIGGER)
    one = scene.row[k - 1].sort is Sort.NUMBER and parts[-1].ids == scene.row[k].ids
    return one and told is not None and told.form.definite


def _goes_on_to_claim(scene: Scene, k: int) -> bool:
    """Tell whether "to" brings what the actor right before it did next: "X was quick |to claim| the attack"."""
    if k + 1 >= scene.hi:
        return False
    after = scene.row[k + 1]
    return after.particle == "claims" and after.prep == "الي" and after.gap == 1


def _which_claimed(scene: Scene, k: int) -> bool:
    """Tell whether one word brings a claim of the actor before it: "the movement |which claimed| the bombing"."""
    if k + 1 >= scene.hi or scene.row[k].prep:
        return False
    after = scene.row[k + 1]
    left = after.has(_BEHIND)  # "the militia |left behind it| a field of mines"
    return after.particle == "claims" and after.gap == 1 and not (after.prep or after.joined or left)


def _is_in_aside(scene: Scene, parts: Sequence[Part], k: int) -> bool:
    """Tell whether an actor only stands in what commas say of another, who claims the attack."""
    if not parts or parts[-1].rule != CLAIMS:
        return False
    return k < _behind_aside(scene.row, parts[-1].at, scene.hi)


def _behind_aside(row: Sequence[Chunk], k: int, hi: int) -> int:
    """Find the claim behind what commas set apart after the actor at ``k``; -1 where there is none."""
    if k + 1 >= hi or row[k + 1].text != ",":
        return -1
    for j in range(k + 2, min(k + _SET_APART, hi - 1)):
        if row[j].sort is Sort.STOP:
            claim = row[j + 1]
            return j + 1 if row[j].text == "," and claim.particle == "claims" and not claim.gap else -1
    return -1


def ahead_of_comma(
    row: Sequence[Chunk], places: list[tuple[int, PlacePhrase]], at: int, hi: int
) -> list[tuple[int, PlacePhrase]]:
    """Keep of a claim's places those ahead of its comma; behind it stands what was avenged: "X claimed the attack, |saying … in A|"."""
    comma = next((k for k in range(at + 1, hi) if row[k].text == ","), hi)
    return [(k, phrase) for k, phrase in places if k < comma]
