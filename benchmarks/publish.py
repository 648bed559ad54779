"""How long each form takes for many incidents, and how much memory: seconds and peak MiB, each form in a process of its own.

usage: publish.py INCIDENTS.jsonl [COUNT]

INCIDENTS is what ``waqai link --jsonl`` or ``waqai publish jsonl`` wrote; they are repeated under other ids until there are COUNT. The
goal is under a minute for 100,000 in every form, and memory that does not grow with the count.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import msgspec

from waqai.model import Incident
from waqai.publish import FORMS, Context

DEFAULT = 100_000


def many(path: Path, count: int) -> Iterator[Incident]:
    """Give so many incidents, each with an id of its own."""
    decode = msgspec.json.Decoder(Incident).decode
    lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    for n in range(count):
        yield msgspec.structs.replace(decode(lines[n % len(lines)]), incident_id=f"w-{n * 2:016x}")


def one(name: str, path: Path, count: int) -> None:
    """Write one form and print its seconds and peak memory."""
    form = FORMS[name]
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        form.write(many(path, count), Path(folder) / form.file, Context())
        seconds = process_time() - start
    print(
        f"{name:10} {seconds:7.1f} s   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MiB", flush=True
    )


def main() -> None:
    """Measure each form."""
    path, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else DEFAULT
    if len(sys.argv) > 3:
        one(sys.argv[3], path, count)
        return
    print(f"{count:,} incidents")
    for name in FORMS:
        subprocess.run([sys.executable, __file__, str(path), str(count), name], check=True, env=os.environ)


if __name__ == "__main__":
    main()
