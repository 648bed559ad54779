"""The small values that incidents are made of; each carries its own precision."""

from waqai.values.actor import CIVILIANS, PROTESTERS, UNKNOWN, is_actor_id, other_actor
from waqai.values.count import Count
from waqai.values.date import DatePrecision, DateValue
from waqai.values.place import PlacePrecision, PlaceValue

__all__ = [
    "CIVILIANS",
    "PROTESTERS",
    "UNKNOWN",
    "Count",
    "DatePrecision",
    "DateValue",
    "PlacePrecision",
    "PlaceValue",
    "is_actor_id",
    "other_actor",
]
