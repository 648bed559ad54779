"""The words of a story that speak of violence: by which pages that gave no report are put in order for people."""

from __future__ import annotations

from waqai.lexicon.entry import Kind
from waqai.model import Span
from waqai.tag.tagged import Tagged


def violence(tagged: Tagged) -> dict[str, tuple[Span, ...]]:
    """Give the words of headline and paragraphs that name an act by themselves (``event``), and those of harm to people (``harm``).

    A word that does both, like "assassinated", stands under ``event``. A field without words is left out.
    """
    found: dict[str, list[Span]] = {}
    for sentence in tagged.sentences:
        for at in range(sentence.lo, sentence.hi):
            chunk = tagged.row[at]
            if chunk.entry(Kind.TRIGGER).names_act:
                found.setdefault("event", []).append(tagged.chunk_span(at))
            elif Kind.HARM in chunk.senses:
                found.setdefault("harm", []).append(tagged.chunk_span(at))
    return {field: tuple(spans) for field, spans in found.items()}
