"""Why each value is what it is: the words behind it, the rule that read them, and the lexicon entries they are.

A rule reads "roles.act_of: actor.syr_gov.name": the grammar rule, a colon, and the entries of ``data/lexicon`` whose forms
the words are. A value without words of its own has a rule without entries ("judge.civilians_by_default").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from waqai.code.verdict.judged import Verdict
from waqai.lexicon.entry import Kind
from waqai.model import Span
from waqai.tag.harm.find import HarmMention
from waqai.tag.tagged import Tagged


class Reasons(msgspec.Struct):
    """Evidence and rules of one report in the making."""

    tagged: Tagged
    evidence: dict[str, tuple[Span, ...]] = msgspec.field(default_factory=dict)
    rule: dict[str, str] = msgspec.field(default_factory=dict)

    def say(self, value: str, rule: str, chunks: Iterable[int] = (), kinds: Sequence[Kind] = ()) -> None:
        """Say which rule gave a value, and from which chunks; ``kinds`` are the readings that mattered."""
        self.rule[value] = rule
        told = dict.fromkeys([k for k in chunks if k >= 0])
        if told:
            self.evidence[value] = tuple(dict.fromkeys([self.tagged.chunk_span(k) for k in told]))
            if entries := dict.fromkeys([entry for k in told for entry in self._entries(k, kinds)]):
                self.rule[value] = f"{rule}: {', '.join(entries)}"

    def say_spans(self, value: str, rule: str, spans: tuple[Span, ...]) -> None:
        """Say which rule gave a value, and from which stretches of the article."""
        if spans:
            self.evidence[value] = spans
        self.rule[value] = rule

    def say_toll(self, mentions: Sequence[HarmMention]) -> None:
        """Say for each row of the toll which words told it and how they were read."""
        if not mentions:
            return
        row = self.tagged.row
        self.evidence["harm"] = tuple([self.tagged.span(row[m.first].first, row[m.last - 1].last) for m in mentions])
        entries = dict.fromkeys(
            [
                entry
                for m in mentions
                for k in range(m.first, m.last)
                for entry in self._entries(k, _OF_TOLL if k != m.at else _OF_HARM)
            ]
        )
        self.rule["harm"] = f"harm.toll: {', '.join(entries)}" if entries else "harm.toll"

    def _entries(self, k: int, kinds: Sequence[Kind]) -> tuple[str, ...]:
        """Give the lexicon entries that a chunk is, of some kinds; an actor phrase knows its own."""
        chunk = self.tagged.row[k]
        own: tuple[str, ...] = chunk.called
        if own:
            return own
        for kind in kinds:
            reading = chunk.reading(kind)
            if reading is not None:
                return (reading.entry.id,)
        return ()


_OF_HARM: Final = (Kind.HARM, Kind.PARTICLE)
_OF_TOLL: Final = (Kind.HARM, Kind.VICTIM, Kind.PARTICLE)
_NARROWING: Final = (Kind.TRIGGER, Kind.WEAPON, Kind.FORCE, Kind.HARM)


def reasons_of(verdict: Verdict, tagged: Tagged) -> Reasons:
    """Say of each value of a report why it is what it is."""
    why = Reasons(tagged)
    told, where, when = verdict.told, verdict.where, verdict.when
    why.say("event", told.rule, (told.at, *told.by), _NARROWING)
    why.say_spans("place", where.rule, (tagged.chunk_span(where.at),))
    why.say_spans("date", when.rule, (tagged.chunk_span(when.at),) if when.at is not None else ())
    by, to = set(verdict.by), set(verdict.to)
    doers = [p for p in verdict.by_parts if not by.isdisjoint(p.ids)]
    why.say("initiators", doers[0].rule if doers else "roles.nobody_named", [p.at for p in doers])
    aimed_at = [p.at for p in verdict.to_parts if not to.isdisjoint(p.ids)]
    why.say("targets", verdict.to_rule, aimed_at, (Kind.VICTIM,))
    why.say_toll([m for _, m in verdict.harm])
    if verdict.outcome_at is not None:
        why.say("outcome", "outcome.failure", (verdict.outcome_at,), (Kind.PARTICLE,))
    if verdict.counted is not None and verdict.counted.count_at is not None:
        why.say("count", "count.times", (verdict.counted.count_at,), (Kind.TRIGGER,))
    if verdict.act.joined_by:
        why.rule["again"] = ", ".join(verdict.act.joined_by)
    if verdict.sources:
        rule = "sources.cited" if verdict.sources_at else "sources.outlet"
        why.say_spans("sources", rule, verdict.sources_at)
    if verdict.status != "reported":
        _say_status(why, verdict)
    return why


def _say_status(why: Reasons, verdict: Verdict) -> None:
    """Note the sources that a status rests on, and the word of doubt or denial."""
    cited = dict.fromkeys(why.tagged.span(s.first, s.last) for s in verdict.cited)
    why.say_spans("status", verdict.status_rule, tuple(cited))
    if verdict.status_at is not None:
        why.say("status", verdict.status_rule, (verdict.status_at,), (Kind.PARTICLE,))
