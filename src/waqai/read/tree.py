"""A page's markup as parts and blocks: nested parts with what they call themselves, and lines of text in reading order.

In: a parsed page. Out: every visible line, none dropped, each with the part it stands in, how much of it is links and
whether a picture stands before it. What is story is decided elsewhere.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from selectolax.lexbor import LexborNode as Node

from waqai.read.hints import Hint, hint
from waqai.read.meta import time_of
from waqai.text.fold import fold_key

_BLOCK: Final = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main marquee menu nav ol p pre section summary table tbody td tfoot th thead tr ul "
    "amp-sidebar amp-carousel amp-list button".split()
)
_SILENT: Final = frozenset(
    "script style noscript template svg iframe head select option textarea input object embed amp-ad -comment -doctype".split()
)
_NAMED: Final = frozenset("span a small em i b strong font time label abbr cite".split())
"""Inline tags whose class may say that they are a part: a byline, a date, a caption."""
_PICTURES: Final = frozenset("img amp-img picture video amp-video".split())
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNNAMED: Final = Hint()
_OPEN, _CLOSE, _EDGE, _LINE = "\x01", "\x02", "\x03", "\n"
_MARKS: Final = re.compile("[\x01\x02]")
_PROSE: Final = 110
"""Characters from which a line is a sentence however it ends."""
_SHORTEST: Final = 40
_ENDS: Final = frozenset('.!?؟…»”"')
_LINKED: Final = 0.75
_DEEPEST: Final = 200
"""Elements nested deeper than this are broken markup; their text is kept, their structure is not followed."""


class Part:
    """A part of the page; not frozen, because its sums grow as the page is walked."""

    __slots__ = ("chars", "day", "depth", "first", "hint", "index", "last", "linked", "parent", "prose", "tag")

    def __init__(self, tag: str, hint: Hint, parent: Part | None, index: int) -> None:
        """Hang a part below its parent."""
        self.tag, self.hint, self.parent, self.index = tag, hint, parent, index
        self.depth: int = parent.depth + 1 if parent else 0
        self.day: date | None = None
        self.chars = self.linked = self.prose = 0
        self.first, self.last = -1, -1
        """Positions of its first and last block; -1 when it has none."""


class Block:
    """A line of the page; ``linked`` of its characters are links."""

    __slots__ = ("_key", "after_picture", "day", "is_link", "is_prose", "linked", "part", "text")

    def __init__(self, text: str, part: Part, linked: int, *, after_picture: bool) -> None:
        """Keep the line."""
        self.text, self.part, self.linked, self.after_picture = text, part, linked, after_picture
        self.day: date | None = part.day
        """The day of the ``<time datetime>`` that it is."""
        self.is_link: bool = linked >= _LINKED * len(text)
        """Whether most of it is links."""
        self.is_prose: bool = not self.is_link and text.count(" ") >= 5 and is_sentence(text)
        """Whether it is a sentence and no link."""
        self._key = ""

    @property
    def key(self) -> str:
        """The line folded for look-up."""
        if not self._key:
            self._key = fold_key(self.text)
        return self._key


class Walk:
    """One walk through a page; ``blocks`` and ``parts`` are what it found."""

    def __init__(self, root: Node) -> None:
        """Walk the page."""
        self.blocks: list[Block] = []
        self.parts: list[Part] = []
        self._buffer: list[str] = []
        self._picture = False
        self._depth = 0
        top = self._part("body", _UNNAMED, None)
        self._children(root, top, pre=False)
        self._flush(top)
        for at, block in enumerate(self.blocks):
            self._count(at, block)

    def _part(self, tag: str, said: Hint, parent: Part | None) -> Part:
        part = Part(tag, said, parent, len(self.parts))
        self.parts.append(part)
        return part

    def _children(self, node: Node, part: Part, *, pre: bool) -> None:
        if self._depth >= _DEEPEST:
            self._buffer.append(f" {node.text(separator=' ')} ")
            return
        self._depth += 1
        child = node.first_child
        inline_before = False
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                text = child.text_content or ""
                self._buffer.append(text if pre else text.replace("\n", " "))
                inline_before = inline_before and not text.strip()
            elif tag == "br":
                self._buffer.append(_LINE)
                inline_before = False
            elif tag in _PICTURES:
                self._flush(part)
                self._picture = True
            elif tag not in _SILENT:
                if inline_before and tag not in _BLOCK:
                    self._buffer.append(_EDGE)
                self._element(child, tag, part, pre=pre)
                inline_before = tag not in _BLOCK
            child = child.next
        self._depth -= 1

    def _element(self, node: Node, tag: str, part: Part, *, pre: bool) -> None:
        is_block = tag in _BLOCK
        said = _UNNAMED
        if is_block or tag in _NAMED:
            attributes = node.attributes
            if attributes:
                if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
                    said = Hint("hidden")
                else:
                    said = hint(tag, attributes.get("class") or "", attributes.get("id") or "")
            elif is_block or tag == "time":
                said = hint(tag, "", "")
        if is_block or said.reason:
            self._flush(part)
            inner = self._part(tag, said, part)
            inner.day = time_of(node) if tag == "time" else None
            if tag == "a":
                self._buffer.append(_OPEN)
            self._children(node, inner, pre=pre or tag == "pre")
            if tag == "a":
                self._buffer.append(_CLOSE)
            self._flush(inner)
            return
        if tag == "a":
            self._buffer.append(_OPEN)
        self._children(node, part, pre=pre)
        if tag == "a":
            self._buffer.append(_CLOSE)

    def _flush(self, part: Part) -> None:
        """Write what was gathered as lines of the part."""
        if not self._buffer:
            return
        raw = "".join(self._buffer)
        self._buffer.clear()
        depth = 0
        for line in raw.split(_LINE):
            pieces = line.split(_EDGE)
            if len(pieces) > 1:
                shown = [" ".join(_MARKS.sub("", piece).split()) for piece in pieces]
                if is_sentence(" ".join(shown)) or any(map(is_sentence, shown)):
                    pieces = [line.replace(_EDGE, " ")]
            for piece in pieces:
                text, linked, depth = _measure(piece, depth)
                if text:
                    self.blocks.append(Block(text, part, linked, after_picture=self._picture))
                    self._picture = False
        if depth:  # a link that goes on in the next part
            self._buffer.append(_OPEN * depth)

    def _count(self, at: int, block: Block) -> None:
        size, linked = len(block.text), block.linked
        prose = size if block.is_prose else 0
        part: Part | None = block.part
        while part is not None:
            part.chars += size
            part.linked += linked
            part.prose += prose
            part.first = at if part.first < 0 else part.first
            part.last = at
            part = part.parent


def is_sentence(text: str) -> bool:
    """Tell whether a line is so long, or ends so, that it is a sentence."""
    return len(text) >= _PROSE or (len(text) >= _SHORTEST and text[-1] in _ENDS)


def _measure(piece: str, depth: int) -> tuple[str, int, int]:
    """Give a piece's clean text, how many of its characters are links, and how many links are open behind it."""
    if _OPEN not in piece and _CLOSE not in piece:
        text = " ".join(piece.split())
        return text, len(text) if depth else 0, depth
    linked = 0
    texts: list[str] = []
    start = 0
    for mark in _MARKS.finditer(piece):
        run = piece[start : mark.start()]
        texts.append(run)
        linked += len(run.strip()) if depth > 0 else 0
        depth = depth + 1 if mark.group() == _OPEN else max(0, depth - 1)
        start = mark.end()
    run = piece[start:]
    texts.append(run)
    linked += len(run.strip()) if depth > 0 else 0
    text = " ".join("".join(texts).split())
    return text, min(linked, len(text)), depth
