"""Whose page it is, and whom it cites: names that mean one outlet become one key.

In: outlet names and URLs as pages give them ("SOHR news", ``https://www.syriahr.com/…``), sources as articles cite them.
Out: a key per outlet; of a social network the account is the outlet, not the network.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from waqai.text.fold import fold_key

_NETWORKS: Final = {
    "facebook.com": "facebook.com", "m.facebook.com": "facebook.com", "web.facebook.com": "facebook.com", "twitter.com": "x.com", "x.com": "x.com",
    "mobile.twitter.com": "x.com", "t.me": "t.me", "telegram.me": "t.me", "youtube.com": "youtube.com", "instagram.com": "instagram.com",
    "tiktok.com": "tiktok.com", "vk.com": "vk.com",
}  # fmt: skip
_ANONYMOUS: Final = frozenset(
    "permalink.php story.php photo photo.php watch groups profile.php i s share posts reel videos".split()
)
_CAPTURE: Final = re.compile(r"^https?://(?:web\.archive\.org/web/\w+|archive\.\w+/\w+)/(?=https?:)")
_NOISE: Final = re.compile(r"\b(?:news|agency|network|tv|channel|media)\b|[\W_]+")
_MARKS: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=100_000)
def outlet_key(name: str | None, url: str | None) -> str:
    """Give one key for all pages of an outlet; empty when neither name nor URL says whose page it is."""
    site = _site(_CAPTURE.sub("", url or ""))
    return site or plain_name(name or "")


@lru_cache(maxsize=100_000)
def plain_name(name: str) -> str:
    """Give an outlet's name without spelling, spaces and words that come and go ("Hawar News", "Hawar")."""
    folded = fold_key(name).lower()
    return _NOISE.sub("", folded) or _MARKS.sub("", folded)


def is_social(url: str | None) -> bool:
    """Tell whether a page is a post on a social network."""
    return bool(url) and _host(_CAPTURE.sub("", url or "")) in _NETWORKS


def _site(url: str) -> str:
    host = _host(url)
    if host not in _NETWORKS:
        return host
    parts = [p for p in urlsplit(url).path.split("/") if p and p != "s"]
    account = parts[0].lower().removeprefix("@") if parts else ""
    return f"{_NETWORKS[host]}/{account}" if account and account not in _ANONYMOUS else ""


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
