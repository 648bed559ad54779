"""What ``find_places`` gives: a place as the text names it, with the places that hold it."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from waqai.values.place import PlacePrecision

_TATWEEL = "\u0640"
_UNSEEN = re.compile('[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069"“”«»„]')
"""Marks that nobody sees, and quotation marks, which a name has around its second word alone: 'the crossing of "Umm Jalud"'."""
_OPENED = re.compile(r"\((?=[^)]*$)")
"""A bracket between a kind word and a name, of which the other stands behind the name."""


class Container(msgspec.Struct, frozen=True, gc=False):
    """A place that holds another: "بريف دير الزور الشرقي", "بمحافظة حلب", "غربي إدلب".

    Tokens ``[first, last)`` are the whole, ``[name_first, name_last)`` its name; ``proclitic`` letters stand before
    the name in its first word. ``name`` is empty for "بالريف الغربي". ``side`` is the folded direction, or empty.
    """

    first: int
    last: int
    name_first: int
    name_last: int
    name: str
    kind: str
    precision: PlacePrecision
    side: str = ""
    proclitic: str = ""


class PlacePhrase(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that name a place, as the codebook quotes it.

    ``[head_first, head_last)`` is kind word and name, ``[name_first, name_last)`` the bare name, in whose first word
    ``name_proclitic`` letters are no part of the name; ``name`` is folded and without them. ``kind`` is empty when no
    kind word was written. ``relation``: in, near, outskirts, between, road, from, away (so far from it) or seat. ``proclitic`` stands before the
    phrase. Members of one list share ``list_id``; -1 is a place alone. ``known``: the gazetteer has the name.
    """

    first: int
    last: int
    head_first: int
    head_last: int
    name_first: int
    name_last: int
    name: str
    kind: str
    precision: PlacePrecision
    relation: str = "in"
    proclitic: str = ""
    name_proclitic: str = ""
    containers: tuple[Container, ...] = ()
    list_id: int = -1
    known: bool = False
    side: str = ""


def as_container(held: PlacePhrase) -> Container:
    """Give a place told before as what holds those told next: "three quarters |of A|: they are B, C and D"."""
    return Container(
        held.first,
        held.last,
        held.name_first,
        held.name_last,
        held.name,
        held.kind,
        held.precision,
        held.side,
        held.name_proclitic,
    )


def as_site(held: Container, at: int) -> PlacePhrase:
    """Give what holds a place told before as a site by itself, whose kind word stands at token ``at``: "a hill near |the base of A|"."""
    first, last = held.first, held.last
    name, kind, precision = held.name, held.kind, PlacePrecision.SITE
    return PlacePhrase(first, last, at, last, held.name_first, held.name_last, name, kind, precision, known=True)


def name_as_written(written: str, proclitic: str) -> str:
    """Give a name without the letters before it that are no part of it, and without marks that nobody sees or that make a word a hashtag.

    Letters cut as glyphs (presentation forms, "ﻋﺪﻥ") become letters. The article hides behind "for": للرقة names الرقة.
    """
    name = unicodedata.normalize("NFKC", written)
    if not name.isalpha() or _TATWEEL in name:  # most names are one word of letters
        name = " ".join(_UNSEEN.sub("", name.replace("_", " ").replace("#", " ")).split())
        name = _OPENED.sub("", name)
    rest = name[len(proclitic) :].lstrip()
    return f"ا{rest}" if proclitic.endswith("ل") and rest.startswith("ل") else rest
