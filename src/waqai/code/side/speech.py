"""What is said of an actor and an act: who claims or denies it, who is accused of it, who only speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.code.clause.scene import Role, Scene
from waqai.code.clause.voice import reading_in_place
from waqai.code.side.announce import announces, tells_of_itself
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort

_DENIES: Final = "negation"
_ACCUSED_BY: Final = 4
"""Chunks between "accused" and the accused: who accuses him."""


def is_denied(scene: Scene, k: int) -> bool:
    """Tell whether the actor did not claim it: "X did |not| say that it was his", "X |denied| that …"."""
    return any(scene.row[j].particle == _DENIES for j in range(max(scene.lo, k - 2), k))


def is_accused(scene: Scene, k: int, after: Reading | None) -> bool:
    """Tell whether someone says that the actor did it: "accusing X |of carrying out| the attack", "|of plundering| houses"."""
    if k + 2 < scene.hi and scene.row[k + 1].text == "," and not scene.row[k + 2].gap:
        after = scene.row[k + 2].reading(Kind.PARTICLE)  # "accused X|,| of being behind it"
    named = after is not None and after.entry.cls == "accused"
    if not named and not _is_of_deed(scene, k + 1):
        return False
    return any(scene.row[j].particle == "accuses" for j in range(max(scene.lo, k - _ACCUSED_BY), k))


def of_official(scene: Scene, k: int) -> tuple[Role, str] | None:
    """Read an actor that only says of what state the official is who speaks: "a security official |of X| announced the killing of …"."""
    if k - 2 < scene.lo or Kind.SOURCE not in scene.row[k - 2].senses:
        return None
    if scene.row[k].gap or scene.row[k].joined or not scene.row[k].is_land:
        return None
    who, says = scene.row[k - 1], scene.row[k - 2].reading(Kind.SOURCE)
    if says is None or says.form.pos is not Pos.VERB or who.prep:
        return None
    victim = who.reading(Kind.VICTIM)
    return (Role.NONE, "roles.source") if victim is not None and victim.form.number != "pl" else None


def only_carries(scene: Scene, k: int) -> bool:
    """Tell whether the word before an actor is no "holds responsible": "a lorry |that carried| men of X"."""
    blame = any(chunk.particle == "accused" for chunk in scene.row[k + 1 : min(k + _BLAME, scene.hi)])
    return scene.row[k - 1].has(_BURDENS) and not blame


_BURDENS: Final = "particle.accuses.burdens"
_BLAME: Final = 5
"""Chunks behind who holds another responsible within which he does."""


def is_ascribed(scene: Scene, k: int) -> bool:
    """Tell whether someone ascribes the act to the actor: "the blast that the government |ascribed to| X", "|cast the blame| for |on| X"."""
    row = scene.row
    if k > scene.lo and row[k - 1].has(_WHOM) and not row[k].gap and row[k].prep in ("", "ل"):
        return True
    ways = _ASCRIBED.get(row[k].prep, ())
    return bool(ways) and any(row[j].has(way) for j in range(scene.lo, k) for way in ways)


_WHOM: Final = "particle.ascribes.whom"
_FINGER: Final = "particle.ascribes.finger"
_ASCRIBED: Final = {
    "الي": ("particle.ascribes", _FINGER),
    "نحو": (_FINGER,),
    "علي": ("particle.ascribes.blame",),
}
"""What ascribes an act to whom each preposition brings."""


def _is_of_deed(scene: Scene, k: int) -> bool:
    """Tell whether an act or harm stands here as what somebody is accused of: "|of plundering|", "|of killing|"."""
    if k >= scene.hi or scene.row[k].gap or not (scene.row[k].prep == "ب" or scene.row[k].text.startswith("ب")):
        return False
    return scene.row[k].tells


def _announces_arrest(scene: Scene, at: int) -> bool:
    """Tell whether the force ahead of the colon ``at`` tells of its own raid: "the ministry of X: |arrest of| a cell in A"."""
    if scene.family not in _ITS_OWN or scene.trigger is None or scene.trigger > at + _FIRST:
        return False
    told = reading_in_place(scene.row, scene.trigger, scene.lo, scene.hi)
    return told is not None and told.form.pos is not Pos.VERB and not told.form.suffix


_ITS_OWN: Final = frozenset({"raid", "disrupted"})
"""Families of what a force announces of itself; bombs and murders it announces of others."""
_FIRST: Final = 2
"""Chunks behind the colon within which its act begins."""
_WHO: Final = 3
"""Chunks between a force and the colon: of which place, and the name of its commander."""


def _colon(scene: Scene, k: int) -> int:
    """Find the colon behind an actor who says what follows, "the ministry of X: 15 killed in …", "X's commander |in A|: …"; -1 where there is none."""
    row = scene.row
    if scene.trigger is None or k > scene.trigger or row[k].prep:
        return -1
    for j in range(k + 1, min(k + 1 + _WHO, scene.hi)):
        if row[j].sort is Sort.STOP:
            return j if row[j].text == ":" and (j > k + 1 or not row[j].gap) else -1
        if row[j].sort not in (Sort.PLACE, Sort.PERSON):
            return -1
    return -1


def is_officer_speaking(scene: Scene, k: int, before: Chunk) -> bool:
    """Tell whether one of theirs only says something: "said |a commander in| X that …", "said |one of| X |that Y|"."""
    at = k - 1
    if before.has(_ANOTHER) and at - 1 > scene.lo and not (before.gap or before.prep or before.joined):
        at -= 1  # "said |another| officer of X"
        before = scene.row[at]
    if at - 1 < scene.lo or before.prep or before.joined or before.gap or scene.row[k].that:
        return False
    one = before.sort is Sort.NUMBER and k + 1 < scene.hi and scene.row[k + 1].gap > 0
    man = before.reading(Kind.VICTIM)
    if (man is None or (man.entry.who == "civilians" and not scene.row[k].prep)) and not one:
        return False
    rank = scene.row[k].prep == "في"  # "|a senior officer in| the army announced"
    return scene.row[at - 1].entry(Kind.SOURCE).cls == "verb" and scene.row[k].gap <= 1 + rank


_ANOTHER: Final = "victim.other"


def of_speech(scene: Scene, k: int, before: Chunk | None) -> tuple[Role, str] | None:
    """Read who announces an act of his own, and who only tells of others'; ``None`` where nobody speaks."""
    if tells_of_itself(scene, k):
        return Role.AGENT, "roles.tells_of_itself"
    if scene.row[k].first in scene.speakers:
        return (Role.AGENT, "roles.announces") if announces(scene, k) else (Role.NONE, "roles.source")
    if (at := _colon(scene, k)) >= 0 and _announces_arrest(scene, at):
        return Role.AGENT, "roles.announces"
    if at >= 0 or _is_of_source(scene, k):
        return Role.NONE, "roles.source"
    if before is not None and is_officer_speaking(scene, k, before):
        return (Role.AGENT, "roles.announces") if announces(scene, k) else (Role.NONE, "roles.source")
    return None


def _is_of_source(scene: Scene, k: int) -> bool:
    """Tell whether an actor only says whose the source is: "according to officials |who obey| X", not "according to them |[fa-inna]| X took A"."""
    row = scene.row
    if row[k].that:
        return False
    for j in range(k - 1, max(scene.lo, k - _CITED) - 1, -1):
        chunk = row[j]
        if chunk.sort is Sort.STOP:
            return False
        if Kind.SOURCE in chunk.senses and chunk.senses[Kind.SOURCE].entry.cls == "preposition":
            return True
        if chunk.tells:
            return False
    return False


_CITED: Final = 4
"""Chunks between "according to" and whose the source is."""


def speaks(chunk: Chunk, source: Reading, behind: Sequence[Chunk] = ()) -> bool:
    """Tell whether an actor behind a verb of saying says it, himself or one of his: "said X", "confirmed |the commissioner of| the police".

    ``behind``: what follows the actor and his other name: "announced |the command of| X |that| Y did" leaves no doubt who speaks.
    """
    after = next((b for b in behind if b.sort is not Sort.ACTOR or b.ids != chunk.ids), None)
    says_that = after is not None and after.that and after.sort is Sort.ACTOR
    whose = source.form.pos is Pos.VERB and not chunk.prep and (chunk.actor_cls == "generic" or says_that)
    return chunk.prep != "ان" and chunk.gap <= _RANK * whose


_RANK: Final = 2
"""Words of the rank of whoever speaks."""
