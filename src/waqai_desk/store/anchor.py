"""Evidence that points at a text which has changed since: the same words in the text of now. Pure."""

from __future__ import annotations

import re

import msgspec

from waqai.model import Report, Span


def anchored(report: Report, was: str, now: str) -> Report:
    """Give a report whose evidence points at its words in ``now``; words that are no longer there are pointed at no more."""
    found = {field: tuple(_again(spans, was, now)) for field, spans in report.evidence.items()}
    return msgspec.structs.replace(report, evidence={field: spans for field, spans in found.items() if spans})


def _again(spans: tuple[Span, ...], was: str, now: str) -> list[Span]:
    """Give where the words of each stretch stand now, of several places the nearest to the old one."""
    found = []
    for span in spans:
        words = span.quote(was)
        starts = [m.start() for m in re.finditer(f"(?={re.escape(words)})", now)] if words else []
        if starts:
            start = min(starts, key=lambda at: abs(at - span.start))
            found.append(Span(start, start + len(words)))
    return found
