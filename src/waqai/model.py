"""The objects that pass between the seven verbs; frozen, typed, without behaviour that needs a database.

    Original ──read──► Article ──tag──► Mention ──code──► Report ──link──► Incident

All offsets are code points into ``Article.full`` (title, a newline, text), half-open.
"""

from __future__ import annotations

from datetime import date

import msgspec

from waqai.values.date import DateValue
from waqai.values.place import PlaceValue


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of the article, ``[start, end)`` in code points; written as a pair in JSON."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no stretch of text: [{self.start}, {self.end})")

    def quote(self, text: str) -> str:
        """Give the words."""
        return text[self.start : self.end]


class Excluded(msgspec.Struct, frozen=True, omit_defaults=True):
    """A block that is on the page and is not the article: kept, with the reason, never coded.

    ``span`` is where it stands in ``Article.full``; ``None`` when the reader left it out of the text.
    """

    reason: str
    text: str
    span: Span | None = None


class Sure(msgspec.Struct, frozen=True):
    """How sure the reader is of an article's title, day and body, 0 to 1; 0 for what was not found."""

    title: float = 0.0
    date: float = 0.0
    body: float = 0.0


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One page's story as read.

    ``headline`` and ``paragraphs`` are the stretches of ``full`` that tell the story, in reading
    order; what lies between is in ``excluded``. ``published`` is the page's own day, local time.
    ``language`` is an ISO 639 code; an article in another than Arabic has no paragraphs, its words are all in ``excluded``.
    ``forwarded_from`` is the channel whose post this one passes on. ``sure`` is ``None`` when nobody weighed it.
    """

    id: str
    title: str
    text: str
    url: str | None = None
    published: date | None = None
    outlet: str | None = None
    headline: Span | None = None
    paragraphs: tuple[Span, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    updated: date | None = None
    byline: str | None = None
    language: str = "ar"
    forwarded_from: str | None = None
    sure: Sure | None = None

    @property
    def full(self) -> str:
        """Title and text as one string: what every offset counts in."""
        return f"{self.title}\n{self.text}"

    @property
    def story(self) -> str:
        """The paragraphs alone, one a line; the headline where the page has no other words."""
        spans = self.paragraphs or ((self.headline,) if self.headline else ())
        full = self.full
        return "\n".join(span.quote(full) for span in spans)


class Harm(msgspec.Struct, frozen=True, gc=False):
    """One row of a toll: ``kind`` and ``who`` as in codebook section 3; open ends are ``None``."""

    kind: str
    who: str
    min: int | None
    max: int | None


class Person(msgspec.Struct, frozen=True, gc=False):
    """Someone the article names; kept apart from every report (codebook section 4)."""

    name: str
    role: str
    evidence: tuple[Span, ...]


class Report(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One article's account of one incident, in the codebook's form.

    ``evidence`` maps a field to the words that gave its value, ``rule`` the same field to the rule
    that read them. A field whose value was inferred has a rule and no evidence. ``confidence`` is
    the probability that the report is right, 0 to 1.
    """

    event_type: str
    sub_event_type: str
    method: str
    outcome: str = "completed"
    count: int = 1
    date: DateValue = DateValue()
    place: PlaceValue
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    harm: tuple[Harm, ...] = ()
    sources: tuple[str, ...] = ()
    status: str = "reported"
    evidence: dict[str, tuple[Span, ...]] = {}
    rule: dict[str, str] = {}
    confidence: float = 0.0


class CodedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """What ``code`` makes of one article: its reports, and the persons kept apart from them."""

    article: Article
    reports: tuple[Report, ...] = ()
    persons: tuple[Person, ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One report as a witness of an incident: ``article`` and ``index`` find it, the rest says whose word it is.

    Accounts with the same ``origin`` are one witness: reprints of a text, or texts that cite the same source.
    ``by_person`` when a person read the report in the article, not the coder.
    """

    article: str
    index: int
    origin: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    by_person: bool = False


class Claim(msgspec.Struct, frozen=True):
    """A value that some accounts give for a field of an incident, as JSON, and which accounts those are (by position)."""

    value: str
    by: tuple[int, ...]


class TollClaim(msgspec.Struct, frozen=True, kw_only=True):
    """One account's figure for one row of a toll: ``who`` as this account says it, ``as_of`` the day of its publication.

    ``conceded`` when it is the word of the side that did it.
    """

    by: int
    who: str
    min: int | None
    max: int | None
    source: str | None = None
    as_of: date | None = None
    conceded: bool = False


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """One row of an incident's toll as low, best and high, with every figure that was given.

    ``low`` and ``high`` span what the accounts say (``high`` is ``None`` where an account leaves it open); ``best`` is the
    figure that fits the newest word of most witnesses. What the side that did it concedes is kept apart, and counts
    only where nobody else gives a figure. Figures are never averaged.
    """

    kind: str
    who: str
    low: int | None
    best: int | None
    high: int | None
    conceded_low: int | None = None
    conceded_high: int | None = None
    claims: tuple[TollClaim, ...] = ()


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One incident as all its accounts tell it: each field the value with the most independent witnesses.

    ``reports`` are the accounts in order of publication. ``claims`` holds for each field every value that was given and by
    which accounts, so that a contradiction is shown. ``witnesses`` counts origins, not accounts. ``grade`` is one of confirmed,
    fair, weak, contested, discounted (Airwars' terms), ``grade_reason`` says why. The id is that of the account published
    first; ``formerly`` are the ids that the others had or would have had by themselves, so that every id stays resolvable.
    """

    incident_id: str
    event_type: str
    sub_event_type: str
    method: str
    outcome: str
    count: int
    date: DateValue
    place: PlaceValue
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    toll: tuple[Toll, ...]
    status: str
    sources: tuple[str, ...]
    reports: tuple[Account, ...]
    claims: dict[str, tuple[Claim, ...]] = {}
    witnesses: int = 1
    grade: str = "weak"
    grade_reason: str = ""
    confidence: float = 0.0
    formerly: tuple[str, ...] = ()
