"""A page's lines sorted into story and furniture, each excluded line with its reason.

Language decides where it can (the Arabic headings of link lists); shape decides the rest: a line
without an end mark between paragraphs is a link or a caption, one or two words are a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from waqai.read.chrome import Chrome
from waqai.read.headline import says_again
from waqai.text.fold import fold_key

_ENDED = re.compile(r"[.!?؟:،؛…»”\")\]]\s*$")
_FULL_STOP = re.compile(r"[.!?؟…»”\"]\s*$|[.؟!]")
_DATE_LINE = re.compile(r"^[\W\d]*(?:[\u0621-\u064a]{2,10}[\W\d]*){0,4}\d[\W\d]*(?:[\u0621-\u064a]{1,8})?[\W\d]*$")
_DATELINE = re.compile(r"^[*\s]*[^.،:]{2,60}\s*[-–—/]\s*[^.،:]{2,40}$")
_PROSE = 110
"""Characters from which a line with an end mark is a paragraph."""
_MENU_WORDS = 3
_HEADED = "::"
"""What bulletins put behind the governorate that heads their items."""
_ITEM = 7
"""Words of the shortest item of a round-up that ends without a full stop."""
_TICKER = 5
"""Lines from which a page can be a list of headlines."""
_LONGEST_HEADLINE = 130
_CONTENT_LETTERS = 4
_CUT_OFF = re.compile(r"(?:\.{2,}|…)\s*$")
"""Where a preview is cut off: no end of a sentence."""
_SHORTENED = re.compile(r"(?:\.{3,}|…)\s*$")
"""Where the headline of another story is cut off to fit its box."""
_TAGS = re.compile(r"(?:^|[.!؟…]\s+|\s#\S+\s+)(?=(#\S+(?:\s+#\S+)+[^\u0621-\u064a]*(?:\|.*)?$))")
"""Two tags or more at the end of a line, behind a tag that may be the sentence's: campaigns and names of channels."""
_RUBRIC = re.compile(r"^(?:[\W_]*[\u0621-\u064a]+\s*\|\s*){1,2}(?=(?:\S+\s+){4})")
"""A word and a bar, or two of them, at the head of a post, which say what kind of news it is."""
_CLITICS = re.compile(r"^[وف]?(?:[بلك]?ال|لل|[بل])?")


class Line(msgspec.Struct, frozen=True):
    """``[start, end)`` of the text, and why it is no story; an empty reason is story."""

    start: int
    end: int
    reason: str


def sort_lines(text: str, headline: str, chrome: Chrome) -> list[Line]:
    """Sort the lines of a page's text."""
    lines = list(_lines(text))
    prose = [i for i, (a, b) in enumerate(lines) if _is_prose(text[a:b])]
    closed = any(_is_closed(text[a:b]) for a, b in lines)
    first = prose[0] if prose else 0
    sorted_lines: list[Line] = []
    seen: set[str] = set()
    ended = aside = resumed = False
    open_ended = _leaves_stops_out(lines, text)
    items = open_ended or (_HEADED in text and any(word in fold_key(headline) for word in chrome.roundup))
    for i, (a, b) in enumerate(lines):
        line = text[a:b]
        key = fold_key(line)
        if ended:
            ended = not key.startswith(chrome.resumes)
            resumed = resumed or not ended
            sorted_lines.append(Line(a, b, "other stories"))
            continue
        reason = _reason(line, key, headline, chrome, has_prose=closed, before_prose=closed and i < prose[0])
        if reason == "end" and (not prose or i > prose[0]):
            ended = True
            sorted_lines.append(Line(a, b, "other stories"))
            continue
        if reason == "title-like line" and items and prose[0] < i < prose[-1] and len(key.split()) >= _ITEM:
            reason = ""  # an item of a round-up, or a paragraph of a page that sets no full stop at their end
        ends_open = i == len(lines) - 1 and not line.endswith(".")
        whole = not (sorted_lines and sorted_lines[-1].reason) if ends_open else not _CUT_OFF.search(line)
        goes_on = whole and key.startswith(chrome.goes_on) and any(not s.reason for s in sorted_lines)
        if reason == "title-like line" and goes_on:
            reason = ""  # no other story's headline takes up a sentence: "and he added"
        told = line.endswith(".") and whole and (goes_on or i < first)  # a short paragraph behind a box of links
        if reason in ("end", "aside"):
            aside = True
            reason = "link to another story"
        elif not _is_prose(line) and ((aside and not told) or (resumed and not line.endswith("."))):
            reason = reason or "link to another story"
        else:
            aside = False
        if not reason and key in seen:
            reason = "repeated"
        seen.add(key)
        cut = _tail(line, chrome) if not reason else None
        if cut is not None:
            if line[:cut].strip():
                sorted_lines.append(Line(a, a + len(line[:cut].rstrip()), ""))
            sorted_lines.append(Line(a + cut, b, "page furniture"))
            continue
        sorted_lines.append(Line(a, b, reason))
    if not any(not s.reason for s in sorted_lines):
        only = len(sorted_lines) == 1
        sorted_lines = [Line(s.start, s.end, "" if only or _is_all_there_is(s) else s.reason) for s in sorted_lines]
    return _without_ticker(text, headline, sorted_lines, chrome)


_TITLES: Final = frozenset({"title-like line", "repeated title"})


def _is_all_there_is(line: Line) -> bool:
    """Tell whether a line is the story of a page that has no other: what reads as a title, a paragraph taken for a caption."""
    return line.reason in _TITLES or (line.reason == "caption" and line.end - line.start >= _PROSE)


def _tail(line: str, chrome: Chrome) -> int | None:
    """Give where the furniture at the end of a line begins."""
    found = chrome.tail.search(line)
    if found is not None:
        return found.start()
    tags = _TAGS.search(line)
    return tags.start(1) if tags is not None else None


def _without_ticker(text: str, headline: str, sorted_lines: list[Line], chrome: Chrome) -> list[Line]:
    """Set apart a page's lines when they are headlines of other stories: many, short, and none shares two words with its own headline."""
    story = [s for s in sorted_lines if not s.reason]
    title = fold_key(headline)
    if len(story) < _TICKER or any(word in title for word in chrome.roundup):
        return sorted_lines
    told = [text[s.start : s.end] for s in story]
    if _is_list(told, chrome) or sum(_goes_on(line, chrome) for line in told) >= _GO_ON:
        return sorted_lines
    about = _content(headline)
    if not about or any(
        s.end - s.start > _LONGEST_HEADLINE or len(about & _content(text[s.start : s.end])) > 1 for s in story
    ):
        return sorted_lines
    return [Line(s.start, s.end, s.reason or "other stories") for s in sorted_lines]


def _is_list(lines: list[str], chrome: Chrome) -> bool:
    """Tell whether short lines are the items of one post: one of the first sums up the day or ends in a colon, or most begin with a mark."""
    if any(line.rstrip().endswith(":") or any(word in fold_key(line) for word in chrome.sums_up) for line in lines[:2]):
        return True
    return 2 * sum(bool(_BULLET.match(line)) for line in lines) >= len(lines)


def _goes_on(line: str, chrome: Chrome) -> bool:
    """Tell whether a line is a sentence that goes on with the one before it: headlines of other stories do not."""
    return line.endswith(".") and fold_key(line).startswith(chrome.goes_on)


_GO_ON: Final = 2
"""Sentences that go on, by which short paragraphs are a story."""
_BULLET: Final = re.compile(r"[^\w\s#\"“«(]")
"""What an item of a list begins with: a dash, a dot, a coloured ball."""


def _content(line: str) -> set[str]:
    """Give a line's words of four letters or more, without "and", "with" and the article."""
    return {_CLITICS.sub("", word) for word in fold_key(line).split() if len(word) >= _CONTENT_LETTERS}


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            yield start, start + len(stripped)
        at += len(line) + 1


def _is_prose(line: str) -> bool:
    return len(line) > _LONGEST_HEADLINE or _is_closed(line)


def _is_closed(line: str) -> bool:
    return len(line) >= _PROSE and bool(_FULL_STOP.search(_CUT_OFF.sub("", line)))


def _leaves_stops_out(lines: Sequence[tuple[int, int]], text: str) -> bool:
    """Tell whether a page sets no full stop at the end of its paragraphs: most of its long lines have none."""
    long = [text[a:b] for a, b in lines if b - a >= _PROSE]
    return 2 * sum(not _ENDED.search(line) for line in long) > len(long)


def _reason(line: str, key: str, headline: str, chrome: Chrome, *, has_prose: bool, before_prose: bool) -> str:
    """Give why a line is no story, or an empty string."""
    if key in chrome.end_whole or (key.startswith(chrome.end_begins) and len(line) < _PROSE * 2):
        return "end"
    if key.startswith(chrome.aside_begins) and len(line) < _PROSE:
        return "aside"
    if key in chrome.line_whole or not any("\u0621" <= c <= "\u064a" for c in line):
        return "page furniture"
    if says_again(line, headline):
        return "repeated title"
    told = _RUBRIC.sub("", key)
    if len(line) < _PROSE * 2 and any(word in told for word in chrome.credit) and not line.rstrip().endswith("."):
        return "caption"
    words = key.split()
    if _DATE_LINE.match(line) and len(words) <= 8 and not any(word in key for word in chrome.toll):
        return "date line"
    if not has_prose:
        return ""
    if before_prose and line.startswith("#"):
        return ""  # a post's first line: "#Sarmin"
    if len(words) <= _MENU_WORDS and not line.rstrip().endswith((".", ":", "::", "؟", "!")):
        return "menu"
    if before_prose and _DATELINE.match(line) and len(words) <= 10:
        return "dateline"
    if len(line) < _PROSE and (not _ENDED.search(line) or (_SHORTENED.search(line) and not before_prose)):
        return "title-like line" if words[-1] not in chrome.goes_over else ""
    return ""
