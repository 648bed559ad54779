"""Our own form: one incident a line, everything in it, read back equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from waqai.errors import NO_JSON, InputError
from waqai.model import Incident
from waqai.publish.form import Context, Form


def write_lossless(incidents: Iterable[Incident], path: Path, context: Context) -> None:
    """Write incidents as JSON lines."""
    encode = msgspec.json.Encoder(order="deterministic").encode
    with path.open("wb") as out:
        for incident in incidents:
            out.write(encode(incident) + b"\n")


def read_lossless(lines: Iterable[bytes], where: str) -> Iterator[Incident]:
    """Read incidents from JSON lines, as ``waqai link --jsonl`` and this form write them.

    Raises: InputError for a line that is no incident.
    """
    decode = msgspec.json.Decoder(Incident).decode
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield decode(line)
            except NO_JSON as error:
                raise InputError(f"is no incident: {error}", where=f"{where}:{number}") from error


LOSSLESS: Final = Form(
    name="jsonl", file="incidents.jsonl", gloss="everything, one JSON object a line", write=write_lossless
)
