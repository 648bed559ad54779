"""Where "survived" does not say that an act missed its aim (codebook ruling 21)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from waqai.code.act.told import Act
from waqai.lexicon.entry import Kind, Reading
from waqai.tag.actor.camps import tables
from waqai.tag.chunk import Chunk
from waqai.tag.harm.find import HURT, HarmMention

_WOUNDED: Final = "wounded"


def is_no_miss(act: Act, row: Sequence[Chunk], at: int) -> bool:
    """Tell whether who survived, at chunk ``at``, only tells of it, or was wounded himself: "said a man |who survived|", "an officer survived; |the officer| was hit"."""
    himself = any(m.kind == _WOUNDED and m.first == at + 1 for m in act.harm)  # "survived |the judge| … and was hit"
    return _tells(row, at) or himself or _was_hit(act, row) or _is_his_kin(act, row, at)


def _is_his_kin(act: Act, row: Sequence[Chunk], at: int) -> bool:
    """Tell whether who survived is kin or company of a man who was killed: "killed X in A, |and his brother survived|"."""
    one = row[at + 1] if row[at].joined and at + 1 < len(row) else None
    own = (
        one is not None
        and not one.gap
        and one.text.endswith(tuple(tables()["who_he_was"]["his"]))
        and Kind.VICTIM in one.senses
    )
    return own and any(m.kind == "killed" and m.count.max != 0 and m.at < at for m in act.harm)


def _tells(row: Sequence[Chunk], at: int) -> bool:
    if at < 1 or row[at].joined or row[at].gap or row[at - 1].reading(Kind.VICTIM) is None:
        return False
    said = row[at - 2].reading(Kind.SOURCE) if at > 1 else None
    return said is not None and said.entry.cls == _SAYS


def was_hit_himself(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether an attempt on somebody's life wounded one man, and no companion of his: "|a leader| was hit in an attempt on his life"."""
    hurt = _wounded_alone(act)
    return bool(hurt) and not any(one.form.suffix for one in _words_for(hurt, row))


def _was_hit(act: Act, row: Sequence[Chunk]) -> bool:
    """Tell whether one man alone was hurt, and wounded, whom the text told of before: not "his companion"."""
    return any(one.form.definite and not one.form.suffix for one in _words_for(_wounded_alone(act), row))


def _wounded_alone(act: Act) -> list[HarmMention]:
    """Give what an act tells of one man whom it wounded; nothing where it killed anybody, or hurt more than one at once."""
    hurt = [m for m in act.harm if m.kind in HURT and m.count.max != 0]
    return [] if any(m.kind != _WOUNDED or m.count.max != 1 for m in hurt) else hurt


def _words_for(hurt: Iterable[HarmMention], row: Sequence[Chunk]) -> Iterator[Reading]:
    """Give the words by which those hurt are called."""
    people = (row[k].reading(Kind.VICTIM) for m in hurt for k in range(m.first, m.last))
    return (one for one in people if one is not None)


_SAYS: Final = "verb"
