"""Originals in, articles out: title, outlet, day and paragraphs, and the page's furniture set apart."""

from waqai.read.file import Read, articles_from_bytes, read_bytes, read_file, read_path, read_stream
from waqai.read.message import Skipped
from waqai.read.record import article_from_record, read_article

__all__ = [
    "Read",
    "Skipped",
    "article_from_record",
    "articles_from_bytes",
    "read_article",
    "read_bytes",
    "read_file",
    "read_path",
    "read_stream",
]
