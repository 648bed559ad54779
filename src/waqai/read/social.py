"""Captured posts of social networks: the post out of its page, the page's name, and no comments.

A capture has the post glued between the page's name with the day and the count of reactions:
``صفحة كذاMay 2, 2023 · Shared with Publicعاجل| …All reactions:69LikeComment…``; the same in Arabic where the
archive's reader had the network in Arabic (``data/read/social.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import msgspec

from waqai.shipped import shipped_table
from waqai.text.fold import fold_key

_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ARABIC_DAY: Final = r"\d{1,2} [^\W\d_]+(?: [^\W\d_]+)?(?: \d{4})?"
_MARK: Final = "[\u200e\u200f]*"
"""What Arabic pages set around a word to keep its direction."""
_HANDLE = re.compile(r"@[A-Za-z0-9_]{2,15}")
_HASHTAGS = re.compile(r"(?:\s*#[\w\u0600-\u06ff]+)+(?::\d{1,2})?\s*$")
"""The row of tags, to whose last the length of a film is glued ("00:00")."""
_OWN_TAG = re.compile(r"\s#[\w\u0600-\u06ff]+?(?=\d\d:|[^\w\u0600-\u06ff]|$)")
_JOINED: Final = ("و", "ب", "ل", "ف")
"""What may be joined to a word: "|in| the city of"."""
_SHORT: Final = 2
_AGAIN = re.compile(r"^(?P<name>.{3,}?)(?: on (?:X|Twitter))?(?:\s+(?P=name)(?: on (?:X|Twitter))?)+$", re.S)


class _Signs(msgspec.Struct, frozen=True):
    """What the networks print around a post, in English and in Arabic."""

    post_stamp: re.Pattern[str]
    post_end: re.Pattern[str]
    tweet_stamp: re.Pattern[str]
    tweet_title: re.Pattern[str]
    behind_page: re.Pattern[str]
    """What a title has behind the page's name."""
    shared: tuple[str, ...]
    """Words that show a title to be that of a captured post."""
    before_tag: frozenset[str]
    """Words, folded, that want a name behind them."""


@cache
def _signs() -> _Signs:
    words = shipped_table("read/social.toml")
    post, on = words["post"], _any(words["tweet"]["on"])
    half, shared = _any(post["half"]), _any(post["shared"])
    english = rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?(?: at \d{{1,2}}:\d{{2}}\s?[AP]M)?|\d+\s?(?:h|d|hrs|w)"
    arabic = rf"{_ARABIC_DAY}(?:,? {_any(post['clock'])} \d{{1,2}}:\d{{2}} ?{half})?|\d+ ?{_any(post['ago'])}"
    return _Signs(
        post_stamp=re.compile(
            rf"(?:{english}) ?· ?(?:Shared with (?:Public|Your friends)|Public)?|(?:{arabic}) ?· ?{_MARK}{shared}\b{_MARK}"
        ),
        post_end=re.compile(
            rf"All reactions:|\d*LikeComment|Most relevant|LikeCommentShare|See more of|Log in or sign up|\d*{_any(post['ends'])}"
        ),
        tweet_stamp=re.compile(
            rf"(?:Last edited)?\d{{1,2}}:\d{{2}} [AP]M · {_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}}:\d{{2}} {half} · {_ARABIC_DAY}"
        ),
        tweet_title=re.compile(rf"^(?P<page>.+?) (?:on (?:X|Twitter)|{on}): [\"“]", re.S),
        behind_page=re.compile(
            rf"\s*(?:Facebook|Verified account|Shared with Public|AI content|\| {_any(post['network'])}).*$", re.S
        ),
        shared=("Shared with Public", *post["title"]),
        before_tag=frozenset(map(fold_key, words["tags"]["wanted_by"])),
    )


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


class Post(msgspec.Struct, frozen=True):
    """Where the post's own words stand in the text, and whose page it is; ``[start, end)`` code points."""

    start: int
    end: int
    page: str


def is_social(url: str, title: str) -> bool:
    """Tell whether a record is a captured post."""
    return (
        any(h in url for h in ("facebook.com", "//x.com", "twitter.com", "t.me/"))
        or bool(_signs().tweet_title.match(title))
        or any(words in title for words in _signs().shared)
    )


def find_post(title: str, text: str) -> Post | None:
    """Find the post in a capture's text; ``None`` when the text has no sign of one."""
    stamp, tweet = _signs().post_stamp.search(text), _signs().tweet_stamp.search(text)
    is_tweet = tweet is not None and stamp is not None and tweet.start() <= stamp.start() < tweet.end()
    if stamp is not None and "·" in stamp.group() and not is_tweet:
        line = text.rfind("\n", 0, stamp.start()) + 1
        end = _signs().post_end.search(text, stamp.end())
        page = _signs().behind_page.sub("", text[line : stamp.start()]).strip(" \u200e\u200f")
        return Post(stamp.end(), end.start() if end else len(text), page)
    if tweet is not None:
        handle = _HANDLE.search(text, 0, tweet.start())
        start = handle.end() if handle else 0
        line = text.rfind("\n", 0, handle.start()) + 1 if handle else 0
        named = _signs().tweet_title.match(title)
        page = _once(named.group("page")) if named else text[line : handle.start()].strip() if handle else ""
        return Post(start, tweet.start(), page)
    return None


def tweet_in_title(title: str) -> tuple[int, int] | None:
    """Find the tweet that a capture's title quotes, as ``[start, end)``; ``None`` when it quotes none."""
    named = _signs().tweet_title.match(title)
    if named is None:
        return None
    start = named.end()
    ends = [at for mark in (" https://t.co", "… https", '" / ', "\u201d / ") if (at := title.find(mark, start)) >= 0]
    last = max(title.rfind('"'), title.rfind("\u201d"))
    end = min(ends, default=last if last > start else len(title))
    return (start, end) if title[start:end].strip() else None


def without_tags(text: str, start: int, end: int) -> int:
    """Give the end of ``text[start:end]`` without the row of hashtags that closes a post.

    The first tag is the sentence's own behind a word that wants one: "shelled a quarter in the city of |#Hama| #Syria".
    """
    tags = _HASHTAGS.search(text, start, end)
    if tags is None or tags.start() == start or not text[start : tags.start()].strip():
        return end
    own = _OWN_TAG.match(text, tags.start()) if _wants_name(text, start, tags.start()) else None
    return own.end() if own is not None else tags.start()


def _wants_name(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` breaks off before a name: behind "in", "the city of", "north of", "the forces of"."""
    word = fold_key(text[text.rfind(" ", start, end) + 1 : end]).rpartition("\n")[2]
    wanting = _signs().before_tag
    return word in wanting or (len(word) > _SHORT and word[0] in _JOINED and word[1:] in wanting)


def page_of_title(title: str) -> str:
    """Give the page's name as a capture's title has it, or an empty string."""
    named = _signs().tweet_title.match(title)
    if named:
        return _once(named.group("page"))
    head = _signs().behind_page.sub("", title)
    if " - " not in head:
        return ""
    front = head.partition(" - ")[0].strip()
    return _once(front) if _AGAIN.match(front) else head.rpartition(" - ")[2].strip()


def _once(name: str) -> str:
    """Give a name once that a capture's title says over and over."""
    again = _AGAIN.match(name.strip())
    return again.group("name") if again else name.strip()
