"""The posts of one thread on a captured page of Twitter's old face: those of the writer whom the title quotes, without replies of others.

A page gives each post twice, under ``Copy link to Tweet … Embed Tweet``; before it stand who wrote it and when, behind it its
likes. Only the post that the title quotes has no writer's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from waqai.read.social import page_of_title, tweet_in_title
from waqai.shipped import shipped_table
from waqai.text.fold import fold_key

_BEGINS: Final = re.compile(r"Copy link to Tweet\s*\n\s*Embed Tweet\s*\n\s*")
_MENU: Final = re.compile(r"(?:(?:Report [^\n]*|[^\n]* Retweeted [^\n]*)\n\s*)+")
_WRITER: Final = re.compile(
    r"^(?P<name>[^\n]+?)[\u200e\u200f]*\s?(?:Verified account)? @[A-Za-z0-9_]{2,15}[^\S\n]*$", re.M
)
_QUOTED: Final = 40
"""Letters by which the post that the title quotes is known."""


def posts_of_thread(title: str, text: str) -> list[tuple[int, int]]:
    """Give where the posts of the title's writer stand in the text, ``[start, end)``, each once; empty where he wrote one alone."""
    tweet, name = tweet_in_title(title), fold_key(page_of_title(title))
    if tweet is None or not name:
        return []
    quoted = fold_key(title[tweet[0] : tweet[1]].rstrip(" …"))[:_QUOTED]
    posts: dict[str, tuple[int, int]] = {}
    others: set[str] = set()
    for writer, start, end in _posts(text):
        key = fold_key(text[start:end])
        if key.startswith(quoted) or writer == name:
            posts.setdefault(key, (start, end))
        elif writer:
            others.add(key)
    own = [span for key, span in posts.items() if key not in others]
    return own if len(own) > 1 else []


def _posts(text: str) -> Iterator[tuple[str, int, int]]:
    """Give of each post who wrote it, folded, empty where nobody is told, and where it stands."""
    before = 0
    for found in _BEGINS.finditer(text):
        writers = [m.group("name") for m in _WRITER.finditer(text, before, found.start())]
        menu = _MENU.match(text, found.end())
        start = menu.end() if menu else found.end()
        ends = _ends().search(text, start)
        end = ends.start() if ends else len(text)
        before = end
        body = text[start:end]
        if body.strip() and not body.startswith(_REPLY):
            yield fold_key(writers[-1]) if writers else "", start, start + len(body.rstrip())


_REPLY: Final = "Replying to"


@cache
def _ends() -> re.Pattern[str]:
    """Match what stands behind a post: its picture, an address, how many liked it, who wrote the next."""
    lines = "|".join(map(re.escape, shipped_table("read/social.toml")["tweet"]["behind"]))
    writer = r"[^\n]*@[A-Za-z0-9_]{2,15}[^\S\n]*\n\s*\d+[smhd]\d"
    return re.compile(rf"pic\.twitter\.com|https?://|\n\s*(?:\d[\d,.]*K? (?:repl|[Rr]etweet|[Ll]ike)|{lines}|{writer})")
