"""How well and how fast pages are read, beside trafilatura, readability-lxml and resiliparse on the same pages.

usage: reading.py [--speed N] [--layout NAME]

Quality: share of pages with the right title, outlet and day, mean token F1 of the body, related headlines that got into a
body. Metadata is compared on pages that hold one article; a peer that does not offer a value has a dash. Speed: the corpus N
times over (20 by default), CPU seconds of the best of three runs, as a ratio: above 1 we are the faster.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from time import process_time

import msgspec

from page_corpus import ASIDE, LATER, Marks, Page, Told, load_pages, mark
from waqai.model import Article
from waqai.read import articles_from_bytes
from waqai.read.decode import decode

RUNS = 3
_BODY = re.compile(rb"<body[^>]*>", re.I)
Reader = Callable[[bytes], list[Told]]


class Peer(msgspec.Struct, frozen=True):
    """A reader, and which of title, outlet and day it offers."""

    name: str
    read: Reader
    offers: frozenset[str] = frozenset()


def ours(data: bytes) -> list[Told]:
    """Read with Waqai."""
    found = (one for one in articles_from_bytes(data, "page") if isinstance(one, Article))
    return [
        Told(
            title=article.headline.quote(article.full) if article.headline else "",
            outlet=article.outlet or "",
            published=article.published,
            body=tuple(span.quote(article.full) for span in article.paragraphs),
        )
        for article in found
    ]


def trafilatura_reads(data: bytes) -> list[Told]:
    """Read with trafilatura, without comments, as its documentation advises for news."""
    import trafilatura

    found = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return [Told("", "", None, ())]
    day = _day(found.date)
    return [Told(found.title or "", found.sitename or "", day, tuple((found.text or "").split("\n")))]


def readability_reads(data: bytes) -> list[Told]:
    """Read with readability-lxml, which wants its bytes decoded: by us."""
    from readability import Document
    from selectolax.lexbor import LexborHTMLParser

    page = Document(decode(data, "page"))
    tree = LexborHTMLParser(page.summary())
    return [Told(page.short_title() or "", "", None, tuple(tree.text(separator="\n").split("\n")))]


def resiliparse_reads(data: bytes) -> list[Told]:
    """Read with resiliparse, with its own detection of the encoding."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(bytes_to_str(data, detect_encoding(data, html5_compatible=False) or "utf-8"))
    text = extract_plain_text(tree, main_content=True, alt_texts=False, links=False, list_bullets=False)
    return [Told(tree.title or "", "", None, tuple(text.split("\n")))]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


PEERS = (
    Peer("waqai", ours, frozenset({"title", "outlet", "published"})),
    Peer("trafilatura", trafilatura_reads, frozenset({"title", "outlet", "published"})),
    Peer("readability-lxml", readability_reads, frozenset({"title"})),
    Peer("resiliparse", resiliparse_reads, frozenset({"title"})),
)


def measure(peer: Peer, pages: Sequence[Page]) -> list[Marks]:
    """Read all pages with a peer."""
    return [mark(page, peer.read(page.path.read_bytes())) for page in pages]


def row(peer: Peer, pages: Sequence[Page], marks: Sequence[Marks]) -> str:
    """Write a peer's row of the table."""
    single = [m for page, m in zip(pages, marks, strict=True) if len(page.articles) == 1]
    cells = []
    for field in ("title", "outlet", "published"):
        told = [v for m in single if (v := getattr(m, field)) is not None]
        cells.append(f"{sum(told)} of {len(told)}" if field in peer.offers else "–")
    f1 = sum(m.f1 for m in marks) / len(marks)
    leaks = sum(len(m.leaks) for m in marks)
    leaking = sum(bool(m.leaks) for m in marks)
    return f"| {peer.name} | {' | '.join(cells)} | {f1:.3f} | {leaks} in {leaking} pages |"


def seconds(peer: Peer, data: Sequence[bytes], times: int) -> float:
    """Give the CPU seconds of the best run over the corpus."""
    peer.read(data[0])
    best = []
    for _ in range(RUNS):
        start = process_time()
        for _ in range(times):
            for page in data:
                peer.read(page)
        best.append(process_time() - start)
    return min(best)


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore")
    arguments = sys.argv[1:]
    times = int(arguments[arguments.index("--speed") + 1]) if "--speed" in arguments else 20
    layout = arguments[arguments.index("--layout") + 1] if "--layout" in arguments else ""
    pages = [page for page in load_pages() if layout in ("", page.layout)]
    marks = {peer.name: measure(peer, pages) for peer in PEERS}
    for name, layouts in (
        ("all pages", {page.layout for page in pages}),
        ("layouts worked on", {page.layout for page in pages} - ASIDE - LATER),
        ("layouts set aside", ASIDE),
        ("layouts written later", LATER),
    ):
        chosen = [i for i, page in enumerate(pages) if page.layout in layouts]
        print(f"{name}: {len(chosen)}\n\n| reader | title | outlet | day | body F1 | related headlines in a body |")
        print("| --- | --- | --- | --- | --- | --- |")
        for peer in PEERS if chosen else ():
            print(row(peer, [pages[i] for i in chosen], [marks[peer.name][i] for i in chosen]))
        print()
    data = [page.path.read_bytes() for page in pages]
    race("the pages as they are", data, times)
    race("with the menu and scripts of a real page", [heavier(page) for page in data], max(1, times // 5))


def race(name: str, data: Sequence[bytes], times: int) -> None:
    """Let all readers read the pages and print their speed."""
    size = sum(map(len, data)) / len(data)
    print(f"speed, {name}: {times} times {len(data)} pages of {size:.0f} bytes on average")
    taken = {peer.name: seconds(peer, data, times) for peer in PEERS}
    for reader, second in taken.items():
        print(f"{reader:18} {times * len(data) / second:7.0f} pages/s   ratio {second / taken['waqai']:.2f}")


def heavier(page: bytes) -> bytes:
    """Give a page 300 links of a menu and 40 kB of script behind the beginning of its body."""
    links = b"".join(b'<li class="menu-item"><a href="/c/%d">link %d</a></li>' % (i, i) for i in range(300))
    more = b'<nav class="mega"><ul>' + links + b"</ul></nav><script>" + b"var a=1;" * 5000 + b"</script>"
    return _BODY.sub(lambda m: m[0] + more, page, count=1)


if __name__ == "__main__":
    main()
