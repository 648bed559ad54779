"""What is said of an actor and an act: who claims or denies it, who is accused of it, who only speaks."""

from __future__ import annotations

from typing import Final

from waqai.code.clause.scene import Scene
from waqai.code.side.announce import is_told
from waqai.lexicon.entry import Kind, Reading
from waqai.tag.chunks import Chunk, Sort

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


def is_ascribed(scene: Scene, k: int) -> bool:
    """Tell whether someone ascribes the act to the actor: "the blast that the government |ascribed to| X"."""
    return scene.row[k].prep == "الي" and any(scene.row[j].particle == "ascribes" for j in range(scene.lo, k))


def _is_of_deed(scene: Scene, k: int) -> bool:
    """Tell whether an act or harm stands here as what somebody is accused of: "|of plundering|", "|of killing|"."""
    if k >= scene.hi or scene.row[k].prep != "ب" or scene.row[k].gap:
        return False
    return is_told(scene.row[k])


def is_quoted(scene: Scene, k: int) -> bool:
    """Tell whether an actor ahead of a colon is who says what follows: "the ministry of X: 15 killed in …"."""
    if scene.trigger is None or k > scene.trigger or scene.row[k].prep or k + 1 >= scene.hi:
        return False
    j = k + 2 if scene.row[k + 1].sort is Sort.PLACE and not scene.row[k + 1].gap else k + 1
    if j >= scene.hi:
        return False
    after = scene.row[j]
    return after.sort is Sort.STOP and after.text == ":" and not after.gap


def is_officer_speaking(scene: Scene, k: int, before: Chunk) -> bool:
    """Tell whether one of theirs only says something: "said |a commander in| X that …"."""
    if k - 2 < scene.lo or before.reading(Kind.VICTIM) is None or before.prep or before.joined or before.gap:
        return False
    said = scene.row[k - 2].reading(Kind.SOURCE)
    return said is not None and said.entry.cls == "verb" and scene.row[k].gap <= 1
