"""The persons whom an article names, each once, with all words that name him."""

from __future__ import annotations

from waqai.model import Person
from waqai.tag.tagged import Tagged


def persons_of(tagged: Tagged) -> tuple[Person, ...]:
    """Give every person by name, in the order in which they are first named."""
    found: dict[str, Person] = {}
    for mention in tagged.persons:
        span = tagged.span(mention.first, mention.last)
        name = tagged.quote(span)
        known = found.get(name)
        found[name] = Person(name, known.role if known else mention.role, (*(known.evidence if known else ()), span))
    return tuple(found.values())
