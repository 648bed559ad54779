"""Any file as articles: pages of text and HTML, Telegram exports and previews, WARC files, JSON lines; told by content.

In: bytes. Out: articles, and between them what was counted and left out, and a sentence for whatever cannot be read. One bad
page, record or line stops nothing else.
"""

from __future__ import annotations

import gzip
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO, Any, Final, cast

import msgspec

from waqai.errors import NO_JSON, InputError, LanguageError, TooLargeError
from waqai.model import Article
from waqai.read.decode import MAX_BYTES, decode, has_arabic
from waqai.read.language import language_of, set_aside
from waqai.read.message import Skipped
from waqai.read.page_date import page_dates
from waqai.read.record import article_from_record, read_article
from waqai.text.file_name import name_fault

MAX_EXPORT: Final = 500_000_000
"""Bytes of a Telegram export that are read; it has to be held in memory whole."""
_MARKUP: Final = re.compile(r"<(?:!doctype|html|head|body|article|div|p|meta|table|frameset)\b", re.I)
_EXPORT: Final = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{(?=.{0,4000}"(?:messages|chats)"\s*:\s*[\[{])', re.S)
_OBJECT: Final = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"')
_NO_STORY: Final = "has Arabic words and no story: all of them look like menus, buttons or other page furniture"
_GZIP: Final = b"\x1f\x8b"
_PEEK: Final = 8192

Read = Article | Skipped | InputError
"""What reading gives: an article, a count of what was left out, or why something could not be read."""
_ORIGINAL: Final = frozenset({"digest", "warc", "offset", "length", "kind"})
"""Keys by which a line is known that names an original in the archive."""


def read_file(path: Path) -> Article:
    """Read a file of one page; its name without the ending becomes the id.

    Raises: InputError and its kinds, each with the file's name and one sentence.
    """
    return _only(read_path(path))


def read_bytes(data: bytes, ident: str, *, url: str = "", where: str = "") -> Article:
    """Read one page's bytes.

    Raises: InputError and its kinds.
    """
    return _only(articles_from_bytes(data, ident, url=url, where=where))


def read_path(path: Path) -> Iterator[Read]:
    """Read any file."""
    if (fault := name_fault(path)) is not None:
        yield fault
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        yield InputError(f"cannot be opened: {error.strerror}", where=str(path))
        return
    with stream:
        yield from read_stream(stream, path.stem, str(path))


def read_stream(stream: BufferedReader, ident: str, where: str) -> Iterator[Read]:
    """Read any stream; its form is told by its first bytes."""
    try:
        head = stream.peek(_PEEK)
        if head.startswith(_GZIP):
            stream = cast("BufferedReader", BufferedReader(cast("Any", gzip.GzipFile(fileobj=stream))))
            head = stream.peek(_PEEK)
        yield from _of_form(stream, head, ident, where)
    except InputError as error:
        yield error
    except (OSError, EOFError) as error:
        yield InputError(f"cannot be read to its end: {' '.join(str(error).split())[:120]}", where=where)


def _of_form(stream: BufferedReader, head: bytes, ident: str, where: str) -> Iterator[Read]:
    if head.startswith(b"WARC/"):
        from waqai.read.warc import read_warc  # only WARC files need it

        yield from read_warc(stream, where)
    elif _EXPORT.match(head):
        yield from _export(stream, ident, where)
    elif _OBJECT.match(head):
        yield from _json_lines(stream, where)
    else:
        yield from articles_from_bytes(stream.read(MAX_BYTES + 1), ident, where=where)


def articles_from_bytes(
    data: bytes, ident: str, *, url: str = "", where: str = "", one_of_many: bool = False
) -> Iterator[Read]:
    """Read the bytes of one page, export or preview.

    one_of_many: a page in another language is an article set aside, and no error, when it came with others.
    """
    where = where or ident
    try:
        if _EXPORT.match(data[:_PEEK]):
            yield from _export(BytesIO(data), ident, where)
            return
        for found in _of_text(decode(data, where), ident, url):
            if isinstance(found, Article):
                yield set_aside(found) if one_of_many else _in_arabic(found, where)
            else:
                yield found
    except InputError as error:
        yield error


def _of_text(text: str, ident: str, url: str) -> Iterator[Article | Skipped]:
    if _MARKUP.search(text[:4000]):
        from waqai.read.html import articles_from_markup  # brings the tree: text pages do not need it

        yield from articles_from_markup(text, ident, url)
        return
    title, _, body = text.strip("\n").partition("\n")
    yield _dated(read_article(ident, title.strip(), body, url=url))


def _dated(article: Article) -> Article:
    """Give a page of text the day that a line of its own tells, when nobody gave one."""
    told = (dates for x in article.excluded if x.reason == "date line" and (dates := page_dates(x.text)))
    found = next(told, None)
    if article.published is not None or article.sure is None or not found:
        return article
    sure = msgspec.structs.replace(article.sure, date=0.8)
    return msgspec.structs.replace(article, published=found[0].day, sure=sure)


def _in_arabic(article: Article, where: str) -> Read:
    """Give the article when it has Arabic to read, else the reason why not."""
    if not has_arabic(article.full):
        apart = has_arabic(" ".join(one.text for one in article.excluded))
        return InputError(_NO_STORY if apart else "has no Arabic text to read", where=where)
    language = language_of(article.story or article.full)
    if language.code != "ar":
        return LanguageError(f"is in {language.name}, not in Arabic: it is set aside and not coded", where=where)
    return article


def _export(stream: IO[bytes], ident: str, where: str) -> Iterator[Read]:
    from waqai.read.telegram_export import read_export  # the same

    data = stream.read(MAX_EXPORT + 1).removeprefix(BOM_UTF8)
    if len(data) > MAX_EXPORT:
        raise TooLargeError(
            f"is an export of more than {MAX_EXPORT:,} bytes: export fewer months at a time", where=where
        )
    for found in read_export(data, ident, where):
        yield set_aside(found) if isinstance(found, Article) else found


def _json_lines(stream: IO[bytes], where: str) -> Iterator[Read]:
    decoder = msgspec.json.Decoder(dict[str, Any])
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            record = decoder.decode(line.removeprefix(BOM_UTF8))  # Windows begins files with it
            if record.keys() >= _ORIGINAL:
                yield from _original(record)
            else:
                yield set_aside(article_from_record(record))
        except NO_JSON as error:
            yield InputError(f"is no JSON object: {error}", where=place)
        except InputError as error:
            yield InputError(error.sentence, where=place)


def _original(record: dict[str, Any]) -> Iterator[Read]:
    """Read what a line of ``waqai fetch`` names, out of the archive."""
    from waqai.fetch import Original
    from waqai.read.original import articles_from_original  # reads by this module, and so comes after it

    try:
        original = msgspec.convert(record, Original)
    except msgspec.ValidationError as error:
        raise InputError(f"is no original as waqai fetch writes it: {error}") from error
    yield from articles_from_original(original)


def _only(found: Iterator[Read]) -> Article:
    first = next((one for one in found if not isinstance(one, Skipped)), None)
    if isinstance(first, Article):
        return first
    raise first or InputError("has no message with words")
