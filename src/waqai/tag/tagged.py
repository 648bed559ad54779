"""One article tagged: its folded words, its sentences, and the row of chunks that the coder reads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final, TypeAlias

import msgspec

from waqai.gazetteer.context import Context, read_context
from waqai.gazetteer.store import Gazetteer
from waqai.lexicon.entry import Kind
from waqai.lexicon.index import Lexicon
from waqai.model import Article, Span
from waqai.tag.actor.find import find_actors
from waqai.tag.actor.voice import voice_of
from waqai.tag.aside import cited_at, set_citations_back
from waqai.tag.attribution import SourceMention, find_sources
from waqai.tag.chunk import Chunk
from waqai.tag.chunks import chunk
from waqai.tag.date.find import DateMention, find_dates
from waqai.tag.dual import with_duals
from waqai.tag.harm.zero import with_zeros
from waqai.tag.mistaken import but_mistaken
from waqai.tag.number.find import find_numbers
from waqai.tag.number.words import marks_of
from waqai.tag.outlet import Outlet, read_outlet
from waqai.tag.person.find import PersonMention, find_persons
from waqai.tag.place.find import PlacePhrase, find_places
from waqai.tag.relative import set_aside
from waqai.tag.setting import Setting
from waqai.tag.words import Words
from waqai.text.brackets import open_brackets
from waqai.text.evasive import mend
from waqai.text.fold import Folded
from waqai.text.segment import sentences
from waqai.text.semicolon import part_semicolons
from waqai.text.wrap import unwrap


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Chunks ``[lo, hi)`` and tokens ``[first, last)``; ``block`` 0 is the headline, 1 the lead."""

    lo: int
    hi: int
    first: int
    last: int
    block: int
    headline: bool


class Tagged(msgspec.Struct, frozen=True):
    """Everything that ``tag`` found in one article."""

    article: Article
    folded: Folded
    words: Words
    row: list[Chunk]
    sentences: list[Sentence]
    places: list[PlacePhrase]
    dates: list[DateMention]
    persons: list[PersonMention]
    sources: list[SourceMention]
    context: Context
    speaker: str = ""
    """The side whose own outlet it is; empty where it is nobody's."""

    def span(self, first: int, last: int) -> Span:
        """Give the stretch of the article behind tokens ``[first, last)``."""
        tokens = self.words.tokens
        return Span(*self.folded.offsets.raw_span(tokens[first].start, tokens[last - 1].end))

    @property
    def story_dates(self) -> list[DateMention]:
        """The dates of the story itself."""
        starts = [s.first for s in self.sentences]
        within = ((m, bisect_right(starts, m.first) - 1) for m in self.dates)
        return [m for m, k in within if k >= 0 and m.first < self.sentences[k].last]

    def chunk_at(self, token: int) -> int:
        """Give the chunk of the story that begins at a token, -1 where none does."""
        for sentence in self.sentences:
            if sentence.first <= token < sentence.last:
                for k in range(sentence.lo, sentence.hi):
                    if self.row[k].first == token:
                        return k
        return -1

    def chunk_span(self, at: int) -> Span:
        """Give the stretch of the article behind one chunk."""
        return self.span(self.row[at].first, self.row[at].last)

    def quote(self, span: Span) -> str:
        """Give the article's own words."""
        return span.quote(self.folded.raw)


def tag(article: Article, lexicon: Lexicon, gazetteer: Gazetteer) -> Tagged:
    """Tag one article: fold it, mend evasive spelling, and find all mentions."""
    folded = mend(article.full, lexicon.is_spelling)
    folded = unwrap(folded, folded.offsets.folded_span(0, len(article.title))[1])
    folded = open_brackets(folded, lexicon.is_actor, lexicon.is_common)
    folded = part_semicolons(folded, lexicon.is_act)
    words = but_mistaken(Words.of(folded.text, lexicon), folded)
    words = with_zeros(with_duals(words, folded), lexicon)
    starts = words.starts
    blocks = _blocks(article, folded)
    story = _story_tokens(blocks, starts)
    around = _with_hashtags(article, folded, starts, story)
    places = find_places(words, gazetteer, _tied(folded, starts), around)
    marks = marks_of(words)
    dates = _but_names(find_dates(words, marks), places, words)
    numbers = find_numbers(words, marks, story)
    persons = find_persons(words)
    said = [land for hit in words.of_kind[Kind.PLACE_WORD] for land in hit.readings.lands if around[hit.first]]
    outlet = read_outlet(article.outlet, lexicon, gazetteer) if article.outlet else Outlet()
    homes = words.homes
    hint = "" if said or homes else outlet.land  # asked only where the text itself names no country
    context = read_context(said, [p for p in places if around[p.first]], gazetteer, actors=homes, country=hint)
    country = context.country()
    speaker = outlet.side(Setting(country, article.published))
    voices = {voice for hit in words.of_kind[Kind.ACTOR] for voice in hit.readings.voices}
    voice = (speaker or voice_of(words.texts, country, article.published, voices)) if voices else ""
    setting = Setting(country, article.published, voice)
    actors = find_actors(words, setting)
    row = chunk(words, story, actors=actors, dates=dates, numbers=numbers, persons=persons, places=places)
    found = _story_sentences(blocks, folded, words, row)
    cites = cited_at(words)
    for sentence in found:
        if cites and any(sentence.first < at < sentence.last for at in cites):
            set_citations_back(row, sentence.lo, sentence.hi)
        set_aside(row, sentence.lo, sentence.hi, words.texts)
    return Tagged(
        article=article,
        folded=folded,
        words=words,
        row=row,
        sentences=found,
        places=places,
        dates=dates,
        persons=persons,
        sources=find_sources(words),
        context=context,
        speaker=speaker,
    )


def _but_names(dates: list[DateMention], places: list[PlacePhrase], words: Words) -> list[DateMention]:
    """Leave out the days that quarters and camps are called after: "the quarter of |7 July|"."""
    digits = words.digits
    days = {i for p in places if digits for i in range(p.head_first, p.name_last) if i in digits}
    return [date for date in dates if date.first not in days] if days else dates


def _tied(folded: Folded, starts: list[int]) -> frozenset[int]:
    """Find the tokens that an underscore ties to the word before, as in hashtags."""
    raw = folded.raw
    if "_" not in raw:
        return frozenset()
    after = (folded.offsets.folded_span(m.end(), m.end())[0] for m in _UNDERSCORE.finditer(raw))
    found = ((bisect_left(starts, at), at) for at in after)
    return frozenset(i for i, at in found if i < len(starts) and starts[i] == at)


_UNDERSCORE: Final = re.compile(r"_(?<=\w_)(?=\w)")


_Block: TypeAlias = tuple[int, int, bool]
"""The folded stretch of a block, and whether it is the headline."""


def _blocks(article: Article, folded: Folded) -> list[_Block]:
    """Give headline and paragraphs; excluded blocks are none of the story."""
    spans = [(article.headline, True)] if article.headline is not None else []
    spans += [(span, False) for span in article.paragraphs]
    return [(*folded.offsets.folded_span(span.start, span.end), headline) for span, headline in spans]


def _story_tokens(blocks: list[_Block], starts: list[int]) -> bytearray:
    """Mark the tokens of headline and paragraphs: menus and links to other stories say nothing about where this one is."""
    marks = bytearray(len(starts) + 1)
    for a, b, _ in blocks:
        _mark(marks, a, b, starts)
    return marks


def _with_hashtags(article: Article, folded: Folded, starts: list[int], story: bytearray) -> bytearray:
    """Mark the row of hashtags that closes a post too, which says where it is: "#إدلب #سوريا"."""
    cut = (p.span for p in article.excluded if p.span is not None)
    tags = [span for span in cut if _HASHTAGS.fullmatch(folded.raw, span.start, span.end)]
    if not tags:
        return story
    marks = bytearray(story)
    for span in tags:
        _mark(marks, *folded.offsets.folded_span(span.start, span.end), starts)
    return marks


_HASHTAGS: Final = re.compile(r"(?:\s*#\w+)+\s*")


def _mark(marks: bytearray, a: int, b: int, starts: list[int]) -> None:
    """Mark the tokens of the folded stretch ``[a, b)``."""
    first, last = bisect_left(starts, a), bisect_left(starts, b)
    marks[first:last] = b"\1" * (last - first)


def _whole_blocks(blocks: list[_Block], folded: Folded) -> list[_Block]:
    """Put those blocks in one that a sentence goes on over (``text.wrap``)."""
    found: list[_Block] = []
    for a, b, headline in blocks:
        if (
            found
            and not (headline or found[-1][2])
            and 0 < a - found[-1][1] <= _BREAK
            and folded.text[found[-1][1] : a].strip(" ,:") == ""
        ):
            found[-1] = (found[-1][0], b, False)
        else:
            found.append((a, b, headline))
    return found


_ITEMS: Final = "::"
"""What heads the items of a round-up: "Aleppo::"."""
_BREAK: Final = 6
"""Characters between two lines at most, the mark of an item among them."""


def _story_sentences(blocks: list[_Block], folded: Folded, words: Words, row: list[Chunk]) -> list[Sentence]:
    """Cut headline and paragraphs into sentences."""
    starts = words.starts
    found: list[Sentence] = []
    ends_of_chunks = [c.first for c in row]
    number = 0 if blocks and blocks[0][2] else 1
    items = _ITEMS in folded.text
    for a, b, headline in _whole_blocks(blocks, folded):
        first, last = bisect_left(starts, a), bisect_left(starts, b)
        for lo, hi in sentences(words.tokens[first:last]):
            s, e = first + lo, first + hi
            if lo and items and starts[s] == starts[s - 1] + 1:
                number += 1  # "… in A.|Gunmen shot …": a line break that was lost
            found.append(
                Sentence(bisect_left(ends_of_chunks, s), bisect_left(ends_of_chunks, e), s, e, number, headline)
            )
        number += 1
    return found
