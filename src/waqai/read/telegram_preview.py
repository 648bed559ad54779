"""Telegram's web preview of a channel (``t.me/s/…``) as one article a message.

What is forwarded keeps its first channel as attribution; quoted messages and link previews are set apart with their message;
an album's pictures have one text and are one message. Service messages and messages without words are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from waqai.model import Article
from waqai.read.message import Message, Skipped, article_of_message, counted
from waqai.read.meta import time_of

_MESSAGE: Final = ".tgme_widget_message[data-post]"
_TEXT: Final = ".tgme_widget_message_text.js-message_text, .tgme_widget_message_caption"
_BREAKS: Final = frozenset(
    {"blockquote", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "td", "tr", "ul"}
)
_APART: Final = (
    (".tgme_widget_message_reply", "quoted message"),
    (".tgme_widget_message_link_preview", "link preview"),
    (".tgme_widget_message_poll", "poll"),
)


def is_preview(tree: LexborHTMLParser) -> bool:
    """Tell whether a page is a channel's preview."""
    return tree.css_first(_MESSAGE) is not None


def read_preview(tree: LexborHTMLParser, ident: str) -> Iterator[Article | Skipped]:
    """Read a channel's messages in the page's order, then what was skipped."""
    channel = text_of(tree.css_first(".tgme_header_title, .tgme_channel_info_header_title"))
    skipped = {"service message": 0, "message without words": 0}
    for node in tree.css(_MESSAGE):
        if "service_message" in (node.attributes.get("class") or ""):
            skipped["service message"] += 1
            continue
        message = _message(node, channel)
        if message.text:
            yield article_of_message(message, f"{ident}/{message.number}")
        else:
            skipped["message without words"] += 1
    yield from counted(skipped)


def _message(node: LexborNode, channel: str) -> Message:
    apart = [(reason, text) for selector, reason in _APART for found in node.css(selector) if (text := text_of(found))]
    post = node.attributes.get("data-post") or ""
    meta = text_of(node.css_first(".tgme_widget_message_meta"))
    if "edited" in meta.split():  # on which day, the preview does not say
        apart.append(("edited", meta))
    return Message(
        number=post.rpartition("/")[2],
        text="\n".join(filter(None, map(lines_of, node.css(_TEXT)))),
        channel=text_of(node.css_first(".tgme_widget_message_owner_name")) or channel,
        day=_day(node),
        url=f"https://t.me/{post}",
        forwarded_from=text_of(node.css_first(".tgme_widget_message_forwarded_from_name")),
        apart=tuple(apart),
    )


def _day(node: LexborNode) -> date | None:
    stamp = node.css_first(".tgme_widget_message_date time[datetime]") or node.css_first("time[datetime]")
    return time_of(stamp) if stamp is not None else None


def text_of(node: LexborNode | None) -> str:
    """Give an element's words on one line."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def lines_of(node: LexborNode) -> str:
    """Give an element's words, a line where it breaks; links and spans break nothing."""
    pieces: list[str] = []
    _gather(node, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _gather(node: LexborNode, pieces: list[str]) -> None:
    child = node.first_child
    while child is not None:
        if child.tag == "-text":
            pieces.append((child.text_content or "").replace("\n", " "))
        elif child.tag in _BREAKS:
            pieces.append("\n")
            _gather(child, pieces)
            pieces.append("\n")
        else:
            _gather(child, pieces)
        child = child.next
