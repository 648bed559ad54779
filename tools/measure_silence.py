#!/usr/bin/env python3
"""How well the order of the desk's queue of silent pages puts those first that do tell an incident.

    tools/measure_silence.py articles.jsonl gold.jsonl

In: articles, and hand-coded reports of them in the codebook's form. Out: of all pairs of a page that tells an incident and one
that does not, the share in which the one that does stands first (ties count half), for all pages and for those in which
the coder reads nothing; and how many of the latter would be read to find the last that tells one.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from waqai.code.coder import Coder
from waqai.read import article_from_record
from waqai.read.language import set_aside
from waqai.tag.tagged import tag
from waqai.tag.violence import violence

Row = tuple[tuple[int, int], bool]
"""How many words of a page name an act and how many tell of harm; whether the gold has an incident of it."""


def main(articles: str, gold: str) -> None:
    """Measure and print."""
    decode = msgspec.json.Decoder().decode
    tells = {row["id"]: bool(row["reports"]) for row in map(decode, Path(gold).read_bytes().splitlines())}
    coder = Coder.load(())
    every: list[Row] = []
    silent: list[Row] = []
    for record in map(decode, Path(articles).read_bytes().splitlines()):
        tagged = tag(set_aside(article_from_record(record)), coder.lexicon, coder.gazetteer)
        words = violence(tagged)
        row = (len(words.get("event", ())), len(words.get("harm", ()))), tells[record["id"]]
        every.append(row)
        if not coder.code_tagged(tagged).reports:
            silent.append(row)
    _say("all pages", every)
    _say("pages without a report", silent)
    queue = sorted(silent, key=lambda row: row[0], reverse=True)
    last = max((n for n, (_, does) in enumerate(queue, 1) if does), default=0)
    print(f"the last that tells one stands at {last} of {sum(any(score) for score, _ in queue)} in the queue")


def _say(name: str, rows: list[Row]) -> None:
    yes = [score for score, does in rows if does]
    no = [score for score, does in rows if not does]
    right = sum((a > b) + (a == b) / 2 for a in yes for b in no)
    pairs = len(yes) * len(no)
    print(
        f"{name}: {len(rows)}, of which {len(yes)} tell an incident; pairs in order {right / pairs if pairs else 0:.3f}"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
