"""Originals in, articles out: title, outlet, day and paragraphs, and the page's furniture set apart."""

from waqai.read.file import read_bytes, read_file
from waqai.read.record import article_from_record, read_article

__all__ = ["article_from_record", "read_article", "read_bytes", "read_file"]
