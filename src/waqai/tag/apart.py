"""What the reader set apart of a page, left out of what is tagged for coding: most of it says nothing of the story.

Menus, related headlines and comments are a third of many pages, and their words cost as much as the story's. The coder needs
of them only what may be the page's own day, which has a digit, and hashtags, which say where a post is from.
In: an article. Out: the same with spaces for the other lines that were set apart, so that every offset holds.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from waqai.model import Article

_SAYS_NOTHING: Final = re.compile(r"^[^\n0-9٠-٩۰-۹#]+$", re.MULTILINE)
"""A line without a digit or a hashtag."""


def without_asides(article: Article) -> Article:
    """Give an article with spaces for what was set apart, but for its lines with digits or hashtags.

    An article without paragraphs stays as it is.
    """
    if not article.excluded or not article.paragraphs:
        return article
    full, at = article.full, len(article.title) + 1
    kept = []
    for span in sorted(article.paragraphs):
        if span.end > at:
            kept += [_SAYS_NOTHING.sub(_spaces, full[at : span.start]), full[max(at, span.start) : span.end]]
            at = span.end
    kept.append(_SAYS_NOTHING.sub(_spaces, full[at:]))
    return msgspec.structs.replace(article, text="".join(kept))


def _spaces(line: re.Match[str]) -> str:
    return " " * len(line[0])
