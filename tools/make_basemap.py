"""Derive the desk's offline outlines of countries from Natural Earth, through the npm package world-atlas.

In: world-atlas' ``countries-50m.json`` (TopoJSON; Natural Earth is public domain, world-atlas is ISC). Out: a small GeoJSON with
the countries around the Arab world, coordinates in hundredths of a degree (about a kilometre). Needs npm and the network:

    .venv/bin/python tools/make_basemap.py
"""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/countries-50m.json"
SHA256 = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
WEST, SOUTH, EAST, NORTH = -26.0, -6.0, 72.0, 48.0
SPECK = 0.3
"""Square degrees below which a country's name would cover it."""
OUT = Path(__file__).resolve().parent.parent / "src/waqai_desk/static/waqai_desk/outlines.json"


def main() -> None:
    """Fetch, check, clip, round, write."""
    raw = _fetch()
    digest = hashlib.sha256(raw).hexdigest()
    if digest != SHA256:
        raise SystemExit(f"{PACKAGE} {MEMBER} has digest {digest}, not the one this script was written for")
    topology = json.loads(raw)
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    features = [f for g in topology["objects"]["countries"]["geometries"] if (f := _feature(g, arcs))]
    source = f"Natural Earth 1:50m through {PACKAGE}, sha256 {SHA256}"
    collection = {"type": "FeatureCollection", "source": source, "features": features}
    OUT.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(features)} countries, {OUT.stat().st_size} bytes in {OUT.name}")


def _fetch() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        packed = next(Path(folder).glob("*.tgz")).read_bytes()
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        member = tar.extractfile(MEMBER)
        assert member is not None
        return member.read()


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Undo TopoJSON's quantised deltas (TopoJSON specification, 2.1.3)."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * kx + dx, y * ky + dy))
    return points


def _feature(geometry: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> dict[str, Any] | None:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    kept = [[_ring(ring, arcs) for ring in polygon] for polygon in polygons]
    kept = [[r for r in polygon if len(r) > 3] for polygon in kept if _inside(polygon[0])]
    kept = [polygon for polygon in kept if polygon]
    if not kept:
        return None
    code = next(iter(get_global("territory_aliases").get(geometry.get("id", ""), [])), "")
    names = {
        f"name_{lang}": Locale(lang).territories.get(code, geometry["properties"]["name"]) for lang in ("ar", "en")
    }
    largest = max((polygon[0] for polygon in kept), key=_area)
    label = (
        {**names, "label": _middle(largest)} if code and _area(largest) > SPECK and _inside([_middle(largest)]) else {}
    )
    return {
        "type": "Feature",
        "properties": {"code": code, **label},
        "geometry": {"type": "MultiPolygon", "coordinates": kept},
    }


def _ring(indexes: list[int], arcs: list[list[tuple[float, float]]]) -> list[list[float]]:
    points: list[list[float]] = []
    for index in indexes:
        for x, y in arcs[index] if index >= 0 else reversed(arcs[~index]):
            point = [round(x, 2), round(y, 2)]
            if not points or points[-1] != point:
                points.append(point)
    return points


def _inside(ring: list[list[float]]) -> bool:
    """Tell whether a ring reaches into the window."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs) < EAST and max(xs) > WEST and min(ys) < NORTH and max(ys) > SOUTH


def _area(ring: list[list[float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def _middle(ring: list[list[float]]) -> list[float]:
    """Give the centroid of a ring (shoelace formula)."""
    twice = x = y = 0.0
    for a, b in pairwise(ring):
        cross = a[0] * b[1] - b[0] * a[1]
        twice, x, y = twice + cross, x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return [round(x / (3 * twice), 2), round(y / (3 * twice), 2)]


if __name__ == "__main__":
    main()
