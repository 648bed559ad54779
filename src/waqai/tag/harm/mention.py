"""What a harm word tells: one row of a toll, and the chunks from which it was read."""

from __future__ import annotations

import msgspec

from waqai.values.count import Count


class HarmMention(msgspec.Struct, frozen=True, gc=False):
    """One row of a toll in chunks ``[first, last)`` of the row; ``at`` is the chunk of the harm word.

    ``who`` is empty when the words do not say; ``owner`` are the actor ids whose members were hit, ``actors`` the chunks
    that name them, ``agents`` the chunks of those who did it. ``others`` are counted beside victims told elsewhere;
    ``meant`` victims are told by a pronoun only.
    """

    at: int
    first: int
    last: int
    kind: str
    who: str
    count: Count
    owner: tuple[str, ...] = ()
    active: bool = False
    actors: tuple[int, ...] = ()
    agents: tuple[int, ...] = ()
    others: bool = False
    meant: bool = False
    plain: bool = False
    """Whether the victims are only called persons or men: another account may say who they were."""
    state: str = ""
    """``ARMY`` or ``POLICE`` (``victim_side``) where they are called soldiers or policemen, whoever's."""
    owners: tuple[str, ...] = ()
    """Ids of all whose men are among them."""
    sides: tuple[str, ...] = ()
    """``STATE``, ``GUNMEN``, ``ATTACKERS`` and ``CROWD``, as far as the words for them say so."""
    part_of: int = 0
    """The number of persons of whom a breakdown says that these are some."""
    undescribed: bool = False
    """Whether they are casualties, of whom nobody says that they died (ruling 29)."""
    of_wounds: bool = False
    """Whether the dead died of wounds, by which another account may count them."""
    known: bool = False
    """Whether they are those of more whose names are known."""
    beside: bool = False
    """Whether they are counted beside victims of the same harm told before: "three others", "his guard"."""
    nth: int = 0
    """How many there are with one who is told besides: "then |a third| died"."""
    of_them: bool = False
    """Whether they are one or some of those told of before: "|one of them| died"."""
