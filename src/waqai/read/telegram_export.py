"""Telegram Desktop's exports, ``result.json`` and ``messages.html``, as one article a message.

What is forwarded keeps its first channel as attribution. The pictures of an album follow each other within a second; the one
that has the words is the message. Service messages and messages without words are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from waqai.errors import NO_JSON, InputError
from waqai.model import Article
from waqai.read.message import Message, Skipped, article_of_message, counted
from waqai.read.page_date import page_dates
from waqai.read.telegram_preview import lines_of, text_of

SERVICE: Final = "service message"
WORDLESS: Final = "message without words"
ALBUM: Final = "further picture of an album"


def is_export_page(tree: LexborHTMLParser) -> bool:
    """Tell whether a page is an export's ``messages.html``."""
    return tree.css_first("div.history div.message[id^='message']") is not None


def read_export(data: bytes, ident: str, where: str) -> Iterator[Article | Skipped | InputError]:
    """Read an export's ``result.json``, of one chat or of all.

    Raises: InputError when it is none.
    """
    try:
        raw = msgspec.json.decode(data)
    except NO_JSON as error:
        raise InputError(f"is a Telegram export that breaks off or is damaged: {error}", where=where) from error
    chats = raw.get("chats", {}).get("list", []) if "chats" in raw else [raw]
    for chat in chats:
        if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
            yield from _chat(chat, ident, where)


def _chat(chat: dict[str, Any], ident: str, where: str) -> Iterator[Article | Skipped | InputError]:
    channel = _text(chat.get("name"))
    is_channel = "channel" in _text(chat.get("type"))
    skipped = {SERVICE: 0, WORDLESS: 0, ALBUM: 0}
    before: tuple[str, str] = ("", "")
    for item in chat["messages"]:
        if not isinstance(item, dict):
            yield InputError("has a message that is no object", where=where)
            continue
        if item.get("type") != "message":
            skipped[SERVICE] += 1
            continue
        stamp = (_text(item.get("date")), _text(item.get("from_id")))
        text = _words(item.get("text"))
        if text:
            yield article_of_message(_message(item, text, channel, is_channel=is_channel), f"{ident}/{item.get('id')}")
        else:
            skipped[ALBUM if stamp == before and "photo" in item else WORDLESS] += 1
        before = stamp
    yield from counted(skipped)


def _message(item: dict[str, Any], text: str, channel: str, *, is_channel: bool) -> Message:
    writer = _text(item.get("author")) or ("" if is_channel else _text(item.get("from")))
    return Message(
        number=str(item.get("id", "")),
        text=text,
        channel=channel or _text(item.get("from")),
        day=_day(item.get("date")),
        edited_day=_day(item.get("edited")),
        byline=writer,
        forwarded_from=_text(item.get("forwarded_from")) or _text(item.get("saved_from")),
    )


def _words(value: Any) -> str:
    """Give a message's text; formatted pieces stand in it as objects between strings."""
    pieces = value if isinstance(value, list) else [value]
    text = "".join(
        piece if isinstance(piece, str) else _text(piece.get("text"))
        for piece in pieces
        if isinstance(piece, str | dict)
    )
    return text.strip()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(_text(value)[:10])
    except ValueError:
        return None


def read_export_page(tree: LexborHTMLParser, ident: str) -> Iterator[Article | Skipped]:
    """Read an export's ``messages.html``."""
    channel = text_of(tree.css_first(".page_header .text"))
    skipped = {SERVICE: 0, WORDLESS: 0}
    writer = ""
    for node in tree.css("div.message[id^='message']"):
        classes = (node.attributes.get("class") or "").split()
        if "service" in classes:
            skipped[SERVICE] += 1
            continue
        writer = _own_name(node) or writer
        words = [w for w in map(lines_of, node.css(".text")) if w]
        if not words:
            skipped[WORDLESS] += 1
            continue
        number = (node.attributes.get("id") or "").removeprefix("message")
        stamp = node.css_first(".date.details[title]")
        days = page_dates(stamp.attributes.get("title") or "") if stamp is not None else []
        message = Message(
            number=number,
            text="\n".join(words),
            channel=channel or writer,
            day=days[0].day if days else None,
            byline=writer if writer != channel else "",
            forwarded_from=_name(node.css_first(".forwarded .from_name")),
        )
        yield article_of_message(message, f"{ident}/{number}")
    yield from counted(skipped)


def _own_name(node: LexborNode) -> str:
    names = [
        n
        for n in node.css(".from_name")
        if n.parent is None or "forwarded" not in (n.parent.attributes.get("class") or "")
    ]
    return _name(names[0]) if names else ""


def _name(node: LexborNode | None) -> str:
    """Give a name without the day that stands behind it in a forwarded message."""
    if node is None:
        return ""
    stamp = text_of(node.css_first(".details"))
    return text_of(node).removesuffix(stamp).strip()
