"""Where an act was: the place phrases of one article resolved, each once, with what the page says around them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Self

import msgspec

from waqai.code.act.told import Where
from waqai.code.camps import beyond
from waqai.code.setting.afar import is_put_afar
from waqai.code.setting.headers import lists_items, read_headers
from waqai.code.setting.scenes import VILLAGES, is_outside, is_small, only_land, scenes_of, within
from waqai.gazetteer.choose import Choice, choose
from waqai.gazetteer.context import Context
from waqai.gazetteer.key import name_key
from waqai.gazetteer.merge import distance_km
from waqai.gazetteer.phrase import Container, as_container, name_as_written
from waqai.gazetteer.place import Place
from waqai.gazetteer.rate import LARGE, TOWN_KM
from waqai.tag.actor.camps import tables
from waqai.tag.actor_words import CAPITAL
from waqai.tag.chunk import Sort
from waqai.tag.place.find import PlacePhrase
from waqai.tag.tagged import Tagged
from waqai.values.place import AREAS, IN_TOWN, POINTS, PlacePrecision, PlaceValue

_FOREIGN_SHARE = 0.2
"""Share of an article's country votes from which it is about that country too."""
_LIKELY = 0.6
"""Probability from which a member of a list tells where the others lie."""
_VILLAGES = ("village", "town", "neighbourhood")
"""Kinds of which those of one list lie together, as cities need not."""
_QUARTER = "neighbourhood"
_TOWNS = frozenset({"city", "town", ""})
_BY_ITSELF = 0.45
"""Share of an article's votes up to which a governorate may have been named by the quarter alone."""
_AT = frozenset({"in", "outskirts", "near"})
_NEAR = 40
"""Words from a town to a quarter in it."""
_IN_TOWN_KM = 12
_CAPITAL = (CAPITAL, CAPITAL[2:])
"""With the article and without."""
_SMALL = 20_000
"""People up to which a member of a list is rather a namesake of the town that lies elsewhere."""


class Atlas(msgspec.Struct):
    """The places of one article; ``sections`` maps a sentence to the governorate of the header that it stands under ("حلب::")."""

    tagged: Tagged
    context: Context
    sections: dict[int, Place] = msgspec.field(default_factory=dict)
    scenes: dict[int, Place] = msgspec.field(default_factory=dict)  # the governorate of a sentence: "And in Idlib, …"
    land: Place | None = None  # the one governorate that the page names
    items: dict[int, Place] = msgspec.field(default_factory=dict)  # the town at the head of its own line ("• A: …")
    known: dict[tuple[int, int], Choice] = msgspec.field(default_factory=dict)
    holders: dict[tuple[str, PlacePrecision], tuple[Container, ...]] | None = None
    """What the article says to hold a place, by its name and precision."""
    lists: dict[int, Place | None] = msgspec.field(default_factory=dict)
    """The governorate in which a list lies, by its number; ``None`` where its members do not tell."""
    in_towns: dict[int, PlacePhrase] = msgspec.field(default_factory=dict)
    """The town told before a quarter that nobody knows, by the quarter's first token."""
    beyond: frozenset[str] = frozenset()
    """Countries across a border over which the article's war goes."""
    of_items: bool = False
    """Whether the page is a list of items (``lists_items``)."""

    @classmethod
    def of(cls, tagged: Tagged) -> Self:
        """Prepare the places of an article."""
        named = (i for chunk in tagged.row if chunk.sort is Sort.ACTOR for i in chunk.ids)
        sections, items = read_headers(tagged)
        across = beyond(tagged.context.country() or "", named)
        scenes, land = scenes_of(tagged), only_land(tagged)
        return cls(tagged, tagged.context, sections, scenes, land, items, beyond=across, of_items=lists_items(tagged))

    @property
    def is_round_up(self) -> bool:
        """Whether the page is a round-up, item by item: a headline or dateline "Daraa: …" alone heads one story."""
        return self.of_items or len({place.name for place in self.sections.values()}) > 1

    def where(self, at: int, phrase: PlacePhrase, sentence: int) -> Where | None:
        """Resolve the place phrase of chunk ``at`` in a sentence; ``None`` for a bare name that lies elsewhere.

        A word without a kind word that only another country's gazetteer knows is no place here.
        """
        choice = self.choice(phrase, sentence)
        value, here = choice.value, self.context.country()
        if here and value.country and value.country != here:
            across = value.country in self.beyond
            said = self._said(value.country) or across or is_put_afar(self.tagged.words, phrase, choice, here)
            if phrase.kind in VILLAGES and not across and self._speaks_for_itself(phrase, choice):
                said = False
            bare = not phrase.kind and not phrase.containers and not said
            if bare and not self._as_much(value.country):
                return None
            if not said:
                value = self._unplaced(phrase, value)
        named = phrase.name
        if choice.place is not None and named.startswith(_CAPITAL):
            named = choice.place.name  # "the Iraqi capital" is Baghdad
            value = msgspec.structs.replace(value, name=named)
        coarse = value.precision in AREAS or self._is_bare_governorate(phrase, value)
        side = phrase.side if value.precision is PlacePrecision.COUNTRYSIDE else ""
        key = f"{name_key(named)}|{value.admin1 or ''}|{side}" if coarse else name_key(named)
        town = self.in_towns.get(phrase.first)
        return Where(
            at=at,
            key=key,
            value=value,
            rule=f"place.{choice.because}",
            is_coarse=coarse,
            is_listed=phrase.list_id >= 0,
            parents=self._parents(phrase),
            side=side,
            town=name_key(town.name) if town is not None else "",
            is_beside=bool(phrase.side) and phrase.relation == "near",
        )

    def _said(self, country: str) -> bool:
        """Tell whether the article names that country or a governorate of it."""
        return self.context.countries.get(country, 0.0) >= _FOREIGN_SHARE

    def _speaks_for_itself(self, phrase: PlacePhrase, choice: Choice) -> bool:
        """Tell whether a village's name alone speaks for the country abroad where one of that name is."""
        place = choice.place
        if place is None or place.population >= LARGE:
            return False
        return not self.context.is_told_by_others(place.country, phrase.name)

    def _as_much(self, country: str) -> bool:
        """Tell whether the article is as much about that country as about any."""
        shares = self.context.countries
        return shares.get(country, 0.0) >= max(shares.values(), default=1.0)

    def _unplaced(self, phrase: PlacePhrase, value: PlaceValue) -> PlaceValue:
        """Keep the name of a place whose only namesakes lie abroad; take the home governorate's point."""
        parent = (
            next((p for c in phrase.containers if (p := self.context.place_of(c)) is not None), None)
            or self.context.home()
        )
        return PlaceValue(
            text=value.text,
            name=value.name,
            precision=value.precision,
            admin1=(parent.admin1 or None) if parent is not None else None,
            country=parent.country if parent is not None else self.context.country() or None,
            lat=parent.lat if parent is not None else None,
            lon=parent.lon if parent is not None else None,
        )

    def _is_bare_governorate(self, phrase: PlacePhrase, value: PlaceValue) -> bool:
        """Tell whether a name without "the city of" is a governorate's too: "in Idlib"."""
        if phrase.kind or phrase.list_id >= 0:
            return False
        return any(
            p.kind == "governorate" and p.country == value.country
            for p in self.context.gazetteer.find(name_key(phrase.name))
        )

    def choice(self, phrase: PlacePhrase, sentence: int) -> Choice:
        """Choose what a phrase means."""
        seen = self.known.get((phrase.first, phrase.name_first))
        if seen is None:
            held, section = self._held(phrase), self._item(phrase, sentence) or self.sections.get(sentence)
            seen = self._choose(phrase, sentence, held, section or (None if phrase.known else self._of_list(phrase)))
            town = self._town_before(phrase) if phrase.kind == _QUARTER else None
            if town is not None and (seen.place is None or self._lies_elsewhere(seen.place, town)):
                self.in_towns[phrase.first] = town
                held = msgspec.structs.replace(phrase, containers=(as_container(town),))
                seen = self._choose(phrase, sentence, held, section)
            elif town is not None and seen.place is not None and self._lies_in(seen.place, town):
                self.in_towns[phrase.first] = town
            villages = section is None and phrase.known and phrase.kind in _VILLAGES
            home = self._of_list(phrase) if villages else None
            if home is not None and seen.place is not None and is_small(seen.place):
                if (home.country, home.admin1) != (seen.place.country, seen.place.admin1):
                    seen = self._choose(phrase, sentence, held, home)
            alone = phrase.name and (phrase.list_id < 0 or (villages and home is None))
            bare = alone and section is None and not held.containers
            scene = self.scenes.get(sentence) or (self.land if villages else None)
            if bare and scene is not None and is_outside(seen, scene):
                seen = within(scene, seen, self._choose(phrase, sentence, held, scene), phrase.kind)
            self.known[phrase.first, phrase.name_first] = seen
        return seen

    def _town_before(self, phrase: PlacePhrase) -> PlacePhrase | None:
        """Give the town told last before a quarter that nobody knows and of which nothing else is said: "shelled the town of A. It hit |the quarter of B|"."""
        if phrase.containers or phrase.list_id >= 0:
            return None
        near = [p for p in self.tagged.places if 0 < phrase.first - p.first <= _NEAR and p.precision not in IN_TOWN]
        town = near[-1] if near and near[-1].kind in _TOWNS and near[-1].relation in _AT else None
        if town is None or town.name in phrase.name:
            return None  # "quarters of the city of A"
        if town.kind:
            return town
        city = self.context.place_of(as_container(town))  # a bare word is a town only where it is a large one's name
        return town if city is not None and city.population >= _SMALL else None

    def _lies_in(self, quarter: Place, town: PlacePhrase) -> bool:
        """Tell whether a quarter lies where a town is, for all the gazetteer knows."""
        city = self.context.place_of(as_container(town))
        if city is None or city.precision is not PlacePrecision.TOWN:
            return False
        return distance_km(quarter.lat, quarter.lon, city.lat, city.lon) <= _IN_TOWN_KM

    def _lies_elsewhere(self, quarter: Place, town: PlacePhrase) -> bool:
        """Tell whether a quarter of the name is known of a city of another governorate, which the article names nowhere."""
        home = self.context.place_of(as_container(town))
        if home is None or (home.country, home.admin1) == (quarter.country, quarter.admin1):
            return False
        if distance_km(quarter.lat, quarter.lon, home.lat, home.lon) <= TOWN_KM:
            return False  # of a city beside
        return not self.context.admin1.get((quarter.country, quarter.admin1), 0.0) > _BY_ITSELF

    def _choose(self, phrase: PlacePhrase, sentence: int, held: PlacePhrase, section: Place | None) -> Choice:
        name = self._name(phrase) or self._headed(sentence)
        return choose(held, self.context, text=self._text(phrase), name=name, section=section)

    def _headed(self, sentence: int) -> str:
        """Give the name of the governorate under whose heading a sentence stands ("حلب::")."""
        section = self.sections.get(sentence)
        return section.name if section is not None else ""

    def _item(self, phrase: PlacePhrase, sentence: int) -> Place | None:
        """Give the town that heads the line of a quarter of which nothing else is said."""
        return self.items.get(sentence) if phrase.precision in IN_TOWN and not phrase.containers else None

    def _of_list(self, phrase: PlacePhrase) -> Place | None:
        """Give the governorate of a list's known members, for one that nothing is said to hold."""
        if phrase.containers or phrase.list_id < 0:
            return None
        if phrase.list_id not in self.lists:
            self.lists[phrase.list_id] = self._home_of(phrase.list_id)
        return self.lists[phrase.list_id]

    def _home_of(self, list_id: int) -> Place | None:
        """Find the governorate in which most known members of a list lie."""
        beside = [p for p in self.tagged.places if p.list_id == list_id and p.known]
        seen = [choose(p, self.context, text="", name=p.name) for p in beside]
        lie = Counter(
            (s.place.country, s.place.admin1) for s in seen if s.place is not None and s.probability > _LIKELY
        )
        most = max(lie, key=lambda key: lie[key], default=None)
        if most is None or lie[most] * 2 <= len(beside):
            return None
        home = self.context.home()
        if lie[most] == 1 and home is not None and (home.country, home.admin1) != most:
            return None
        return self.context.gazetteer.governorate(*most) if most[1] else None

    def _held(self, phrase: PlacePhrase) -> PlacePhrase:
        """Put a name that stands alone where the article has said that it lies: "the quarter of A in B", then "A"."""
        if phrase.containers:
            return phrase
        if self.holders is None:
            self.holders = {}
            for p in self.tagged.places:
                if p.containers and p.precision in POINTS:
                    self.holders.setdefault((p.name, p.precision), p.containers)
        containers = self.holders.get((phrase.name, phrase.precision))
        return phrase if containers is None else msgspec.structs.replace(phrase, containers=containers)

    def _parents(self, phrase: PlacePhrase) -> frozenset[str]:
        """Name what holds a place; a point on the road from A to B lies with both."""
        held = {name_key(c.name) for c in phrase.containers if c.name and c.precision is PlacePrecision.TOWN}
        if phrase.relation in ("between", "road") and phrase.list_id >= 0:
            held |= {name_key(p.name) for p in self.tagged.places if p.list_id == phrase.list_id}
        return frozenset(held)

    def _text(self, phrase: PlacePhrase) -> str:
        first = phrase.head_first if phrase.relation in ("in", "near") else phrase.first
        span = self.tagged.span(first, phrase.last)
        skip = len(phrase.proclitic) if first == phrase.first else 0
        return self.tagged.quote(span)[skip:]

    def _name(self, phrase: PlacePhrase) -> str:
        if phrase.name_first == phrase.name_last:
            return ""  # "in the western countryside": whose, at most the heading says
        first, clitic = phrase.name_first, phrase.name_proclitic
        if phrase.name_last - first > 1 and _is_quarter(self.tagged.words.texts[first]):
            first, clitic = first + 1, ""  # the gazetteer has it with its kind word only, which is no part of a name
        return name_as_written(self.tagged.quote(self.tagged.span(first, phrase.name_last)), clitic)


def _is_quarter(text: str) -> bool:
    """Tell whether a word is "quarter" or "village", which names begin with where the bare word has other meanings."""
    return text in _quarters()


@cache
def _quarters() -> frozenset[str]:
    """Read "quarter" and "village" with what may stand before them in their word."""
    bare = tables()["bare"]
    return frozenset(clitic + word for word in bare["words"] for clitic in bare["clitics"])
