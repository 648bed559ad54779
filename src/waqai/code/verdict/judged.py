"""What was judged of one act, with the words that each value came from: what a report and its reasons are written from."""

from __future__ import annotations

import msgspec

from waqai.code.act.draft import Draft
from waqai.code.act.told import Act, When, Where
from waqai.code.deed.method import MethodFound
from waqai.code.side.roles import Part
from waqai.model import Harm, Span
from waqai.tag.attribution import SourceMention
from waqai.tag.harm.find import HarmMention


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One act judged; fields that end in ``_at`` are the chunks or stretches of text that say so, ``None`` when none does.

    ``by_parts`` and ``to_parts`` are the actor phrases that ``by`` and ``to`` were chosen from, ``counted`` is the clause that
    says how many times, ``cited`` are the sources of the act's own sentences.
    """

    act: Act
    where: Where
    when: When
    method: str
    sub_event: str
    by: list[str]
    by_parts: list[Part]
    to: list[str]
    to_parts: list[Part]
    to_rule: str
    harm: list[tuple[Harm, HarmMention]]
    outcome: str
    outcome_at: int | None
    counted: Draft | None
    cited: list[SourceMention]
    sources: tuple[str, ...]
    sources_at: tuple[Span, ...]
    status: str
    status_rule: str
    status_at: int | None

    @property
    def told(self) -> MethodFound:
        """The words that name the act; the story makes no act without them."""
        method = self.act.lead.method
        assert method is not None
        return method
