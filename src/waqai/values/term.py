"""Sets of terms, such as kinds and roles: what ``StrEnum`` is, with members that are read as fast as any attribute.

The coder reads 2,800 members in an article. In Python 3.11 one of an enum takes fifteen times as long as an attribute of an
object, because its metaclass has a ``__getattr__``, and one of any class takes twice as long: so a set is an object here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

__all__ = ["Terms"]

if TYPE_CHECKING:
    from enum import StrEnum as Terms
else:

    class _Term(str):
        """A member: its value, and the only object of its set with that value."""

        __slots__ = ("of",)

        def __reduce__(self) -> tuple[_Set, tuple[str]]:
            return self.of, (str(self),)

    class _Set:
        """The members of a set by name, and by value when it is called."""

        def __init__(self, name: str, given: dict[str, Any]) -> None:
            self.__name__ = self.__qualname__ = name
            self.__module__ = given["__module__"]
            self.__doc__ = given.get("__doc__")
            self._by_value = {}
            for key, value in given.items():
                if key.isupper():
                    member = self._by_value[value] = _Term(value)
                    member.of = self
                    setattr(self, key, member)

        def __call__(self, value: str) -> _Term:
            """Give the member of this value. Raises: ValueError."""
            if value not in self._by_value:
                raise ValueError(f"{value!r} is no {self.__name__}")
            return self._by_value[value]

        def __iter__(self) -> Iterator[_Term]:
            return iter(self._by_value.values())

        def __reduce__(self) -> str:
            return self.__name__

    class _Making(type):
        """Makes of a class statement a set."""

        def __new__(mcs, name: str, bases: tuple[type, ...], given: dict[str, Any]) -> Any:
            return _Set(name, given) if bases else super().__new__(mcs, name, bases, given)

    class Terms(metaclass=_Making):
        """A set of terms: ``class Fruit(Terms)`` names them and their values, as in an enum."""
