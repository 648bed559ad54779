"""FollowTheMoney entities, validated by the library itself."""

from __future__ import annotations

import json

from followthemoney import model

from incident_factory import ALL
from waqai.publish import Context
from waqai.publish.ftm import FTM, actor_id


def test_the_library_accepts_every_value(tmp_path):
    path = tmp_path / "ftm.jsonl"
    FTM.write(ALL, path, Context())
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        proxy = model.get_proxy(raw)
        kept = {p.name: proxy.get(p) for p in proxy.iterprops()}
        assert {name: sorted(values) for name, values in kept.items()} == {
            n: sorted(v) for n, v in raw["properties"].items()
        }


def test_an_actor_is_told_once_and_before_its_incident(tmp_path):
    path = tmp_path / "ftm.jsonl"
    FTM.write(ALL, path, Context())
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = [e["id"] for e in entities]
    assert len(ids) == len(set(ids))
    seen = set()
    for entity in entities:
        pointed = {i for p in ("organizer", "involved") for i in entity["properties"].get(p, ())}
        assert pointed <= seen
        seen.add(entity["id"])
    assert actor_id("CIVILIANS") not in seen
