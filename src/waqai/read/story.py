"""The story among a page's blocks: the smallest part that holds nearly all sentences left when the furniture is taken out.

In: blocks with the reasons why some are furniture. Out: for every block its reason, empty for the story, and how sure it is.
"""

from __future__ import annotations

from typing import Final

from waqai.read.furniture import OTHER
from waqai.read.tree import Block, Part, Walk

_NEARLY_ALL: Final = 0.85
_POOR: Final = 40
"""Characters under which no story was found."""
_ENDS: Final = '.!؟»"'
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS: Final = frozenset({"li", "td", "th", "dt", "dd", "blockquote", "pre"})

_PARAGRAPHS: Final = frozenset(
    {"p", "span", "font", "li", "ul", "ol", "b", "strong", "em", "i", "h1", "h2", "h3", "h4", "h5", "h6"}
)
"""Tags that hold one paragraph and no story."""


class _Body:
    """The part that holds the story, and its sentences."""

    def __init__(self, walk: Walk, prose: list[int], headline: int) -> None:
        """Find the part with nearly all of these sentences."""
        self.headline = headline
        self.holder = _holder(walk, prose)
        self.prose = {i for i in prose if _inside(walk.blocks[i].part, self.holder)}
        self.first, self.last = min(self.prose), max(self.prose)
        parts = [walk.blocks[i].part for i in self.prose]
        self.parents = {id(part) for part in parts} | {id(part.parent) for part in parts if part.tag in ("p", "li")}

    def reason(self, block: Block, at: int) -> str:
        """Give why a block that may be story is none; an empty string when it is."""
        if at in self.prose or self._belongs(block, at):
            return ""
        if _inside(block.part, self.holder) and at > self.headline:
            return "title-like line"
        return OTHER if block.is_link else "page furniture"

    def _belongs(self, block: Block, at: int) -> bool:
        """Tell whether a line that is no sentence is one of the story's: a subheading, a list's item, a short paragraph."""
        if block.part.hint.lead and self.headline >= 0 and abs(at - self.headline) <= 3:
            return True
        if block.is_link or at < self.headline or not _inside(block.part, self.holder):
            return False
        tag = block.part.tag
        if tag in _HEADINGS:
            return at < self.last
        outer = block.part.parent.tag if block.part.parent is not None else ""
        if (tag in _LISTS or outer in _LISTS) and self.first <= at:
            return True
        if id(block.part) not in self.parents and id(block.part.parent) not in self.parents:
            return False
        if at < self.first:  # a place that heads a list, or a lead without a full stop
            return block.text.endswith(":") or (tag == "p" and block.text.count(" ") >= 4)
        return at <= self.last or block.text[-1] in _ENDS


def choose(walk: Walk, reasons: list[str], headline: int) -> list[str]:
    """Give each block its last reason: empty for the blocks of the story."""
    blocks = walk.blocks
    prose = [i for i, b in enumerate(blocks) if b.is_prose and not reasons[i]] or _short(blocks, reasons, headline)
    if not prose:
        return [reason or "page furniture" for reason in reasons]
    below = [i for i in prose if i > headline or blocks[i].part.hint.lead]
    if sum(len(blocks[i].text) for i in below) >= 0.5 * sum(len(blocks[i].text) for i in prose):
        prose = below
    body = _Body(walk, prose, headline)
    return [reason or body.reason(block, i) for i, (block, reason) in enumerate(zip(blocks, reasons, strict=True))]


def sureness(walk: Walk, chosen: list[str], headline: int) -> float:
    """Say how sure the body is: sentences that end, right behind the headline, in a part that holds little else."""
    blocks = walk.blocks
    story = [i for i, reason in enumerate(chosen) if not reason]
    size = sum(len(blocks[i].text) for i in story)
    if size < _POOR:
        return 0.0
    sentences = sum(len(blocks[i].text) for i in story if blocks[i].is_prose) / size
    near = 1.0 if 0 <= headline < story[0] <= headline + 12 else 0.6
    loose = sum(blocks[i].is_prose for i, r in enumerate(chosen) if r in ("title-like line", "page furniture"))
    return round(max(0.1, min(1.0, 0.3 + 0.4 * sentences + 0.3 * near - 0.1 * loose)), 2)


def _short(blocks: list[Block], reasons: list[str], headline: int) -> list[int]:
    """Take the unlinked lines behind the headline of a page that has no sentence."""
    lines = [
        i for i, b in enumerate(blocks) if not reasons[i] and i > headline and b.text.count(" ") >= 3 and not b.linked
    ]
    return lines if headline >= 0 else []


def _holder(walk: Walk, prose: list[int]) -> Part:
    """Find the smallest part with nearly all sentences in it."""
    mass: dict[int, int] = {}
    for i in prose:
        part: Part | None = walk.blocks[i].part
        while part is not None:
            mass[part.index] = mass.get(part.index, 0) + len(walk.blocks[i].text)
            part = part.parent
    enough = _NEARLY_ALL * mass[0]
    holder = max((walk.parts[index] for index, size in mass.items() if size >= enough), key=lambda p: p.depth)
    while holder.tag in _PARAGRAPHS and holder.parent is not None:
        holder = holder.parent
    return holder


def _inside(part: Part | None, holder: Part) -> bool:
    while part is not None:
        if part is holder:
            return True
        part = part.parent
    return False
