#!/usr/bin/env python3
"""How right ``waqai locate`` is, and how true its probabilities are, against points that people chose.

usage: places.py PLACES.jsonl [all|work|aside]

PLACES: one phrase a line with ``id``, ``text``, ``lat``, ``lon`` and when known ``admin1_ar``, ``country``. The parts are those of
``waqai evaluate``: tune on work, look at aside when done. The gazetteers under WAQAI_HOME are used.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

import msgspec

from waqai.evaluate.part import Part
from waqai.gazetteer.choose import Choice
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.scale import told_precision
from waqai.tag.place.locate import Locator, Question
from waqai.values.place import PlacePrecision

ITSELF_KM = 5.0
"""Distance within which a point counts as the place itself: people's points of one village differ as much."""
EXACT = (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.TOWN)
FAR_KM = 25.0
LOW = 0.5
"""Below this a probability is a warning."""
STEPS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Answer(msgspec.Struct, frozen=True):
    """One phrase: what was answered, and how far from the human point that is, in kilometres (infinite without a point)."""

    choice: Choice
    km: float

    def is_right(self) -> bool:
        """Tell whether the answer is the place itself or, where it stands for an area, whether that holds the place."""
        value = self.choice.value
        if value.gazetteer_id is not None and value.precision in EXACT:
            return self.km <= ITSELF_KM
        return self.km <= max(ITSELF_KM, (value.radius_m or 0) / 1000)

    def is_warned(self) -> bool:
        """Tell whether the answer says of itself that it may be far off."""
        return self.choice.probability < LOW or told_precision(self.choice.value) not in EXACT


def main() -> None:
    """Print shares of all phrases, then probabilities beside how often they came true."""
    answers = read_answers(Path(sys.argv[1]), Part(sys.argv[2]) if len(sys.argv) > 2 else Part.ALL)
    count = len(answers)
    found = [a.km for a in answers if a.km < float("inf")]
    print(f"phrases {count}")
    print(f"coverage {len(found) / count:.3f}")
    for km in (1.0, ITSELF_KM, FAR_KM):
        print(f"within {km:g} km {sum(a.km <= km for a in answers) / count:.3f}")
    print(f"median km of the found {statistics.median(found):.2f}")
    far = [a for a in answers if a.km > FAR_KM]
    warned = sum(a.is_warned() for a in far)
    print(f"farther than {FAR_KM:g} km {len(far)}, of which warned {warned / max(1, len(far)):.3f}")
    print("| said | phrases | mean said | came true |")
    for step, group in in_steps(answers):
        said = statistics.mean(a.choice.probability for a in group)
        print(f"| {step} | {len(group)} | {said:.2f} | {sum(a.is_right() for a in group) / len(group):.2f} |")


def read_answers(path: Path, part: Part) -> list[Answer]:
    """Locate every phrase of the part."""
    locator, answers = Locator.load(), []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if not part.has(str(gold["id"])):
            continue
        choice = locator.locate(Question(gold["text"], admin1_ar=gold.get("admin1_ar"), country=gold.get("country")))
        lat, lon = choice.value.lat, choice.value.lon
        km = float("inf") if lat is None or lon is None else distance_km(gold["lat"], gold["lon"], lat, lon)
        answers.append(Answer(choice, km))
    return answers


def in_steps(answers: list[Answer]) -> list[tuple[str, list[Answer]]]:
    """Group answers by what they say."""
    groups: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[next(k for k, top in enumerate(STEPS) if answer.choice.probability < top)].append(answer)
    bottoms = (0.0, *STEPS)
    return [(f"{bottoms[k]:.1f} to {min(1.0, STEPS[k]):.1f}", groups[k]) for k in sorted(groups)]


if __name__ == "__main__":
    main()
