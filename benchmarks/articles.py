"""What the benchmarks read: articles of a JSONL file, or the sample pages many times over."""

from __future__ import annotations

import html
from pathlib import Path

import msgspec

from waqai.model import Article
from waqai.read import article_from_record, read_file

SAMPLES = Path(__file__).resolve().parent.parent / "samples/pages"
FEWEST = 400


def load_articles(data: str | None) -> list[Article]:
    """Load the articles of a JSONL file; without one, the samples until there are enough of them."""
    if data:
        lines = Path(data).read_bytes().splitlines()
        return [article_from_record(msgspec.json.decode(line)) for line in lines if line.strip()]
    pages = [read_file(path) for path in sorted(SAMPLES.iterdir())]
    return [page for _ in range(-(-FEWEST // len(pages))) for page in pages]


def as_page(article: Article) -> str:
    """Write an article as a plain page: what an extractor is given instead of the coder."""
    lines = (line for line in article.text.splitlines() if line.strip())
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    title = html.escape(article.title)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
