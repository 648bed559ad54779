"""One answer a line for questions that come one a line: in order, none dropped, whatever the line holds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import msgspec

from waqai.cli.source import Tally, lines
from waqai.errors import NO_JSON, InputError
from waqai.model import Article


def answer_articles(
    name: str, tally: Tally, answer: Callable[[Article], dict[str, Any]], empty: dict[str, Any]
) -> None:
    """Write ``answer`` of each article of a JSONL file; words in another language are set apart before."""
    from waqai.read import article_from_record
    from waqai.read.language import set_aside

    answer_lines(name, tally, lambda record: answer(set_aside(article_from_record(record))), empty)


def answer_lines(
    name: str,
    tally: Tally,
    answer: Callable[[dict[str, Any]], dict[str, Any]],
    empty: dict[str, Any],
    *,
    wanted: str = "JSON object",
) -> None:
    """Write ``answer`` of each record of a JSONL file; a line that cannot be read gives ``empty`` with the reason.

    wanted: what a line should be, for the reason.
    """
    encode = msgspec.json.Encoder().encode
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    for number, line in lines(name):
        where = f"{name}:{number}"
        ident: Any = None
        refused: InputError | None = None
        said: dict[str, Any] = {}
        try:
            record = decode(line)
            ident = record.get("id")
            said = answer(record)
            tally.read += 1
        except NO_JSON as error:
            refused = InputError(f"is no {wanted}: {error}", where=where)
        except InputError as error:
            refused = InputError(error.sentence, where=where)
        except Exception as error:  # noqa: BLE001 - a fault of ours loses one line, and no other
            refused = InputError(f"met a fault of ours: {type(error).__name__}: {error}", where=where)
        if refused is not None:
            tally.refuse(refused)
            said = {"id": ident, **empty, "error": str(refused)}
        sys.stdout.buffer.write(encode(said) + b"\n")
    sys.stdout.buffer.flush()
