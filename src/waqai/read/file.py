"""A saved page, of text or HTML, as an article."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import msgspec

from waqai.errors import InputError
from waqai.model import Article, Excluded
from waqai.read.decode import decode, has_arabic
from waqai.read.record import read_article

_MARKUP: Final = re.compile(r"<(?:!doctype|html|head|body|article|div|p|meta)\b", re.I)


def read_file(path: Path) -> Article:
    """Read a file; its name without the ending becomes the id.

    Raises: InputError and its kinds, each with the file's name and one sentence.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}", where=str(path)) from error
    return read_bytes(data, path.stem, where=str(path))


def read_bytes(data: bytes, ident: str, *, url: str = "", where: str = "") -> Article:
    """Read a page's bytes.

    Raises: InputError and its kinds.
    """
    text = decode(data, where or ident)
    if not has_arabic(text):
        raise InputError("has no Arabic text to read", where=where or ident)
    if _MARKUP.search(text[:2000]):
        return _from_markup(text, ident, url)
    title, _, body = text.strip("\n").partition("\n")
    return read_article(ident, title.strip(), body, url=url)


def _from_markup(text: str, ident: str, url: str) -> Article:
    from waqai.read.html import read_markup  # brings the extractor: a quarter second that text pages do not need

    page = read_markup(text, url)
    article = read_article(ident, page.title, page.text, url=url, published=page.published, outlet=page.outlet)
    pruned = tuple(Excluded(reason, words) for reason, words in page.pruned)
    return msgspec.structs.replace(article, excluded=article.excluded + pruned)
