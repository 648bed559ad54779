"""The governorate that prose sets the scene in: "|And in Ta'izz| the fighting went on. A mortar bomb hit the quarter of A"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from waqai.code.act.told import When
from waqai.gazetteer.choose import Choice
from waqai.gazetteer.key import name_key
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.phrase import Container, PlacePhrase
from waqai.gazetteer.place import Place
from waqai.lexicon.entry import Kind
from waqai.tag.tagged import Sentence, Tagged
from waqai.values.place import IN_TOWN, PlacePrecision

Scenes: TypeAlias = Mapping[int, Place]
_GOVERNORATE: Final = "governorate"
_IN: Final = frozenset({"في", "وفي", "ففي"})
_BEFORE: Final = frozenset({",", "،", ":", "اما"})
"""Tokens behind which "in" sets a scene, as at the head of a sentence: "on the ground, |in A| …", "as |for A|"."""
_OPENS: Final = 8
"""Tokens of a sentence within which its scene is set: "on another front, |in the governorate of A|, …"."""
_LASTS: Final = 6
"""Sentences for which a scene holds that nothing takes up again."""
_SMALL: Final = 20_000
"""People up to which a place is rather one of many of its name."""
_APART: Final = "particle.joint.apart"


def scenes_of(tagged: Tagged) -> dict[int, Place]:
    """Give the governorate in which each sentence of the body is set, as far as the page says so.

    It ends where another governorate is named, or the page turns to another matter.
    """
    found: dict[int, Place] = {}
    scene: Place | None = None
    since = 0
    places = iter(tagged.places)
    phrase = next(places, None)
    for n, sentence in enumerate(tagged.sentences):
        here: list[PlacePhrase] = []
        while phrase is not None and phrase.first < sentence.last:
            if phrase.first >= sentence.first and not sentence.headline:
                here.append(phrase)
            phrase = next(places, None)
        opens = bool(here) and _opens(tagged, sentence, here[0])
        if scene is None and not opens:
            continue  # most pages set none
        named = [_land(tagged, p) for p in here]
        lands = {land.id for land in named if land is not None}
        if opens:
            scene, since = named[0] or _same(tagged, here[0], scene), n
        elif scene is not None and (lands - {scene.id} or n - since > _LASTS or _turns(tagged, sentence)):
            scene = None
        elif lands:
            since = n
        if scene is not None and not lands - {scene.id}:
            found[n] = scene
    return found


def only_land(tagged: Tagged) -> Place | None:
    """Give the one governorate that a page names, where its head does: all that it tells is there."""
    lands: dict[str, Place] = {}
    head = tagged.sentences[min(_HEAD, len(tagged.sentences)) - 1].last if tagged.sentences else 0
    heads = False
    for phrase in tagged.places:
        land = _land(tagged, phrase)
        if land is not None:
            lands[land.id] = land
            heads = heads or phrase.first < head
    return next(iter(lands.values())) if len(lands) == 1 and heads else None


_HEAD: Final = 2
"""Sentences at the head of a page, its headline and its lead."""


def is_small(place: Place) -> bool:
    """Tell whether a place is a village or a quarter, of which there are many of a name."""
    return bool(place.admin1) and place.population < _SMALL and place.precision in (*IN_TOWN, PlacePrecision.TOWN)


def is_outside(seen: Choice, scene: Place) -> bool:
    """Tell whether a place that nobody knows, or a small one of a common name, would lie outside the scene of its sentence."""
    if (seen.value.country, seen.value.admin1) == (scene.country, scene.admin1):
        return False
    if seen.place is not None:
        return is_small(seen.place)
    return seen.value.point_precision in (None, PlacePrecision.GOVERNORATE)  # not "the desert of A", which lies with A


def within(scene: Place, seen: Choice, again: Choice, kind: str) -> Choice:
    """Give what a phrase means where its sentence is set, chosen ``again`` for it: a namesake there, or a place that nobody knows, of which other villages elsewhere may have the name."""
    if again.place is None:
        far = seen.place is None or distance_km(seen.place.lat, seen.place.lon, scene.lat, scene.lon) > _FAR_KM
        return again if seen.place is None or (far and kind in VILLAGES) else seen
    return again if again.place.admin1 == scene.admin1 else seen


VILLAGES: Final = frozenset({"village", "town"})
"""Kinds of places that have many namesakes, and lie beside roads, as cities do not."""
_FAR_KM: Final = 100
"""Kilometres from a governorate beyond which a village is none that pages count with it."""


def leaves_day(scenes: Scenes, told: int, at: int, day: When | None, lead: When | None) -> bool:
    """Tell whether a sentence is set in another governorate than that which told a day before the news: "Monday's fire in A. |In B| …"."""
    there, here = scenes.get(told), scenes.get(at)
    if day is None or there is None or here is None or there.id == here.id:
        return False
    return lead is None or not day.value.overlaps(lead.value)


def _opens(tagged: Tagged, sentence: Sentence, phrase: PlacePhrase) -> bool:
    texts, at = tagged.words.texts, phrase.first - 1
    if not sentence.first <= at < sentence.first + _OPENS or texts[at] not in _IN:
        return False
    return at == sentence.first or texts[at - 1] in _BEFORE


def _same(tagged: Tagged, phrase: PlacePhrase, scene: Place | None) -> Place | None:
    """Keep the scene where a town of it opens the next sentence."""
    if scene is None or phrase.kind == _CITY:
        return None
    found = tagged.context.gazetteer.find(name_key(phrase.name))
    inside = not found or any((p.country, p.admin1) == (scene.country, scene.admin1) for p in found)
    return scene if inside else None


_CITY: Final = "city"


def _turns(tagged: Tagged, sentence: Sentence) -> bool:
    hits = tagged.words.by_first.get(sentence.first, ())
    told = (hit.readings.senses.get(Kind.PARTICLE) for hit in hits)
    return any(reading is not None and reading.entry.id == _APART for reading in told)


def _land(tagged: Tagged, phrase: PlacePhrase) -> Place | None:
    """Give the governorate that a phrase names, by itself, by its seat or by what is said to hold it."""
    if phrase.kind == _GOVERNORATE or phrase.precision in _AREAS:
        return _governorate(tagged, phrase.name)
    return next((land for c in _areas(phrase) if (land := _governorate(tagged, c.name)) is not None), None)


_AREAS: Final = frozenset({PlacePrecision.GOVERNORATE, PlacePrecision.COUNTRYSIDE, PlacePrecision.TOWN})


def _areas(phrase: PlacePhrase) -> Iterator[Container]:
    return (c for c in phrase.containers if c.name and c.precision in _AREAS)


def _governorate(tagged: Tagged, name: str) -> Place | None:
    here = tagged.context.country()
    found = tagged.context.gazetteer.find(name_key(name))
    return next((p for p in found if p.kind == _GOVERNORATE and p.country == here), None)
