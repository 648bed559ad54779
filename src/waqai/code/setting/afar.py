"""Places far from the war that a page is about, of which the text says whose they are: "the city of Maiduguri", "Maroua |(Cameroon)|", "Adana |in Turkey|"."""

from __future__ import annotations

from typing import Final

from waqai.gazetteer.choose import Choice
from waqai.gazetteer.phrase import PlacePhrase
from waqai.tag.words import Words

_ALIKE: Final = frozenset("AE BH DJ DZ EG IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SS SY TN YE".split())
"""Countries whose towns bear names that are common in all of them."""
_PROVINCE: Final = "governorate"
_CITY: Final = 80_000
"""People from which a city's name is known in other countries."""
_TOWN: Final = "city"
"""What nobody calls a place that only has a city's name."""
_THE: Final = "ال"
_BEHIND: Final = 4
"""Words behind a place that can put it in a country: "A in the south-east of Turkey"."""
_NAMES: Final = frozenset({"country", "people", "nationality"})
"""Classes of words that name a country or what is of it."""


def is_put_afar(words: Words, phrase: PlacePhrase, choice: Choice, here: str) -> bool:
    """Tell whether a place lies abroad by its kind word, or by the country behind it."""
    return _is_known_afar(words, phrase, choice, here) or _is_put_in(words, phrase, choice.value.country or "")


def _is_known_afar(words: Words, phrase: PlacePhrase, choice: Choice, here: str) -> bool:
    """Tell whether a name with its kind word is that of a city or province afar, and of nothing in the country ``here``, in which no word behind puts it."""
    place = choice.place
    if (
        phrase.kind not in (_TOWN, _PROVINCE)
        or place is None
        or any(_names(words, phrase.last + n, here) for n in range(_BEHIND))
    ):
        return False
    if phrase.kind != _TOWN and (phrase.name.startswith(_THE) or place.country in _ALIKE):
        return False
    known = place.kind == _PROVINCE or place.population >= _CITY
    return known and all(rated.place.country != here for rated in choice.rated)


def _is_put_in(words: Words, phrase: PlacePhrase, country: str) -> bool:
    """Tell whether the country stands right behind a place: "A |(Chad)|", "A |in Turkey|", "the |Turkish| town of A"."""
    behind = phrase.last
    if words.texts[behind : behind + 1] == ["("]:
        return _names(words, behind + 1, country) or _names(words, behind + 2, country)  # "(in the |east of Lebanon|)"
    return _names(words, behind, country)


def _names(words: Words, at: int, country: str) -> bool:
    """Tell whether a token names a country, or says of something that it is that country's."""
    entries = (r.entry for hit in words.by_first.get(at, ()) for r in hit.readings)
    return any(country in e.countries for e in entries if e.cls in _NAMES)
