#!/usr/bin/env python3
"""The gazetteer store at scale: size, start, memory and look-ups a second with so many invented names.

In: how many names (1,000,000 unless said); half of the places have a Latin name beside the Arabic one. Out: figures beside the
limits that the project set itself. One core; times are the processor's, so that a busy machine does not change them.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from waqai.gazetteer.build import write_store
from waqai.gazetteer.place import Place
from waqai.gazetteer.store import DEFAULT, Gazetteer
from waqai.values.place import PlacePrecision

LOOKUPS = 50_000


def main() -> None:
    """Build a store in a temporary folder and measure it from a process of its own."""
    names = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places.sqlite"
        begun = time.process_time()
        places = write_store(path, invented(names), [])
        print(f"names                  {names:>12,} of {places:,} places")
        print(f"writing                {time.process_time() - begun:>12.1f} s")
        print(f"file                   {path.stat().st_size / 1e6:>12.1f} MB (limit 150)")
        program = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import gazetteer; gazetteer.measure({str(path)!r})"
        print(
            subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout, end=""
        )


def measure(store: str) -> None:
    """Open a store and look names up: half of them in it, half not, none twice."""
    begun = time.process_time()
    gazetteer = Gazetteer(Path(store))
    gazetteer.named("Kafr Nadwa")
    print(f"opening, first answer  {time.process_time() - begun:>12.3f} s (limit 0.3)")
    rng = random.Random(2)
    stride = max(1, sum(1 for _ in gazetteer._db.execute("SELECT rowid FROM place")) // (LOOKUPS // 2))  # noqa: SLF001
    known = [p.names[0] for n, p in enumerate(gazetteer.places()) if n % stride == 0]
    asked = [*known, *(name[::-1] for name in known)]
    rng.shuffle(asked)
    gazetteer = Gazetteer(Path(store))
    begun = time.process_time()
    found = sum(bool(gazetteer.named(name)) for name in asked)
    seconds = time.process_time() - begun
    print(f"look-ups a second      {len(asked) / seconds:>12,.0f} (limit 20,000), {found / len(asked):.0%} found")
    print(f"memory of the process  {resident():>12.1f} MB, pages of the file that were read among them")


def invented(names: int) -> Iterator[Place]:
    """Give places whose names are put together from words of the default gazetteer; the same each time."""
    rng = random.Random(1)
    words = sorted({w for p in Gazetteer(DEFAULT).places() for n in p.names for w in n.split() if len(w) > 2})
    given = 0
    number = 0
    while given < names:
        number += 1
        latin = number % 2 == 0
        given += 1 + latin
        yield Place(
            id=f"geonames:{1_000_000 + number}",
            names=(f"{rng.choice(words)} {rng.choice(words)}",),
            name_en=f"Place {rng.randrange(names):x} {rng.randrange(names):x}" if latin else "",
            kind="village",
            precision=PlacePrecision.TOWN,
            country="SY",
            lat=round(33 + 4 * rng.random(), 5),
            lon=round(36 + 6 * rng.random(), 5),
            admin1=rng.choice(("Aleppo", "Idlib", "Hama")),
            admin2=f"district {rng.randrange(60)}",
            admin3=f"subdistrict {rng.randrange(280)}",
            pcode=f"C{number}",
            population=rng.choice((0, 0, 400, 2_000)),
            source="geonames",
        )


def resident() -> float:
    """Give the process's resident memory in megabytes; 0 where the system does not tell."""
    status = Path("/proc/self/statm")
    return int(status.read_text(encoding="ascii").split()[1]) * 4096 / 1e6 if status.exists() else 0.0


if __name__ == "__main__":
    main()
