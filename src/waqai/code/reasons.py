"""Why each value is what it is: the words behind it, the rule that read them, and the lexicon entries they are.

A rule reads "roles.act_of: actor.syr_gov.name": the grammar rule, a colon, and the entries of ``data/lexicon`` whose forms
the words are. A value without words of its own has a rule without entries ("judge.civilians_by_default").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from waqai.lexicon.entry import Kind
from waqai.model import Span
from waqai.tag.harm import HarmMention
from waqai.tag.tagged import Tagged


@dataclass(slots=True)
class Reasons:
    """Evidence and rules of one report in the making."""

    tagged: Tagged
    evidence: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    rule: dict[str, str] = field(default_factory=dict)

    def say(self, value: str, rule: str, chunks: Iterable[int] = (), kinds: Sequence[Kind] = ()) -> None:
        """Say which rule gave a value, and from which chunks; ``kinds`` are the readings that mattered."""
        told = list(dict.fromkeys(k for k in chunks if k >= 0))
        if told:
            self.evidence[value] = tuple(dict.fromkeys(self.tagged.chunk_span(k) for k in told))
        entries = dict.fromkeys(entry for k in told for entry in self._entries(k, kinds))
        self.rule[value] = f"{rule}: {', '.join(entries)}" if entries else rule

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
        self.evidence["harm"] = tuple(self.tagged.span(row[m.first].first, row[m.last - 1].last) for m in mentions)
        entries = dict.fromkeys(
            entry
            for m in mentions
            for k in range(m.first, m.last)
            for entry in self._entries(
                k, (Kind.HARM, Kind.VICTIM, Kind.PARTICLE) if k != m.at else (Kind.HARM, Kind.PARTICLE)
            )
        )
        self.rule["harm"] = f"harm.toll: {', '.join(entries)}" if entries else "harm.toll"

    def _entries(self, k: int, kinds: Sequence[Kind]) -> tuple[str, ...]:
        """Give the lexicon entries that a chunk is, of some kinds; an actor phrase knows its own."""
        chunk = self.tagged.row[k]
        own: tuple[str, ...] = getattr(chunk.mention, "entries", ())
        if own:
            return own
        for kind in kinds:
            reading = chunk.reading(kind)
            if reading is not None:
                return (reading.entry.id,)
        return ()
