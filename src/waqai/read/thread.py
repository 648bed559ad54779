"""Posts of a thread that an old capture of X prints below the one it is of (codebook, ruling 44).

In: the text of the page and its address. Out: where the posts of the same account stand; answers of others are none.
"""

from __future__ import annotations

import re
from typing import Final

_ADDRESS: Final = re.compile(r"(?:twitter|//x)\.com/(?P<handle>\w+)/status/")
_HEAD: Final = re.compile(
    r"@(?P<handle>\w+)\s*\n\s*\d+\w+ \w+ ago\s*\n\s*More\s*\n\s*Copy link to Tweet\s*\n\s*Embed Tweet\s*\n\s*"
    r"(?:[^\n]* Retweeted [^\n]*\n\s*)?"
)
_END: Final = re.compile(
    r"\n\s*\d+ (?:repl|retweet|like)|\s*pic\.twitter|\s*«?https?:|\n[^\n]* added,|\s*Show this thread"
)
_ARABIC: Final = re.compile(r"[\u0621-\u064a]{3}")
_ANSWER: Final = "Replying to"
_LONGEST: Final = 7
"""Posts of a thread: a longer one is a chronicle of days that the page does not date."""


def posts_of_thread(text: str, url: str, told: str) -> list[tuple[int, int]]:
    """Find the posts of the account whose page it is, as ``[start, end)``, each once and without the one ``told``."""
    own = _ADDRESS.search(url)
    if own is None or "Show this thread" not in text:
        return []
    seen = {_key(told)}
    found: list[tuple[int, int]] = []
    for head in _HEAD.finditer(text):
        end = _END.search(text, head.end())
        start, last = head.end(), end.start() if end is not None else len(text)
        post = text[start:last].rstrip()
        key = _key(post)
        if head["handle"].lower() != own["handle"].lower() or post.startswith(_ANSWER) or not _ARABIC.search(post):
            continue
        if key in seen or any(key in other for other in seen):
            continue
        seen.add(key)
        found.append((start, start + len(post)))
    return found if len(found) <= _LONGEST else []


def _key(post: str) -> str:
    return " ".join(post.split())
