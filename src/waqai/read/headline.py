"""A page's title without what is not its headline: the site's name behind a dash, the title said again."""

from __future__ import annotations

import re

from waqai.read.chrome import Chrome
from waqai.text.fold import fold_key

_SEPARATOR = re.compile(r"\s+[-–—|»]+\s+|\s*\|\s*")
_MAX_SITE_WORDS = 7
_MIN_HEADLINE_WORDS = 3
_REPEAT_PROBE = 14


def headline_span(title: str, chrome: Chrome, *, page: str = "") -> tuple[int, int]:
    """Find the headline in a title: the first telling of it, without the site's name.

    ``page`` is the text below; where it repeats what stands before or behind the title's last separator as a line of
    its own, what stands behind is the site's name too.
    """
    start = len(title) - len(title.lstrip())
    end = _first_telling(title, start)
    while True:
        cut = _site_cut(title[start:end], chrome, page)
        if cut is None:
            break
        end = start + cut
    return start, end


def _first_telling(title: str, start: int) -> int:
    probe = title[start : start + _REPEAT_PROBE]
    if len(probe) == _REPEAT_PROBE:
        again = title.find(probe, start + _REPEAT_PROBE)
        if again > 0:
            return start + len(title[start:again].rstrip())
    return len(title.rstrip())


def _site_cut(title: str, chrome: Chrome, page: str) -> int | None:
    """Find where the site's name begins, when the last part of the title is one."""
    last = max(_SEPARATOR.finditer(title), key=lambda m: m.start(), default=None)
    if last is None:
        return None
    head, tail = title[: last.start()], title[last.end() :]
    words = fold_key(tail).split()
    if not words:
        return last.start()
    if len(words) > _MAX_SITE_WORDS or len(head.split()) < _MIN_HEADLINE_WORDS:
        return None
    letters = [c for c in tail if c.isalpha()]
    is_latin = sum(c.isascii() for c in letters) > len(letters) / 2
    is_site = any(w in chrome.site or w.removeprefix("ال") in chrome.site for w in words)
    is_line = any(f"\n{part.strip()}\n" in f"\n{page}\n" for part in (head, tail))
    return last.start() if is_latin or is_site or is_line else None


def site_name(title: str, end: int) -> str:
    """Give what stands between the headline and its next telling, as the site's name; empty when there is nothing like one."""
    behind = _SEPARATOR.match(title, end)
    if behind is None:
        return ""
    again = title.find(title[:end].strip()[:_REPEAT_PROBE], behind.end()) if end else -1
    name = title[behind.end() : again if again >= 0 else None].strip(" -–—|")
    return name if len(name.split()) <= _MAX_SITE_WORDS else ""


def says_again(line: str, headline: str) -> bool:
    """Tell whether a line only repeats the headline, whole or cut short."""
    return key_says_again(fold_key(line), fold_key(headline))


def key_says_again(line: str, headline: str) -> bool:
    """Tell the same of two folded texts."""
    a, b = line.rstrip(" ."), headline.rstrip(" .")
    if not a or not b:
        return False
    return a == b or (len(a) > _REPEAT_PROBE and (b.startswith(a) or (a.startswith(b) and len(a) < len(b) * 1.2)))
