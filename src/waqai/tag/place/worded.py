"""How ordinary the word at a token is: no name of a place is looked for among the verbs of a text.

"in |Beita|" is a name, though "beita" is "a house" as the object of a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Pos, Reading
from waqai.lexicon.index import Hit
from waqai.tag.words import Words

_AS_OBJECT: Final = "ا"
"""How nouns without the article end that are the object of a verb."""
_GENITIVE: Final = frozenset({"في", "وفي", "ففي", "من", "ومن", "الي"})
_AND: Final = "و"


class Worded(dict[int, int]):
    """The tokens of a text: 1 where an ordinary word of the lexicon begins, 2 where it can be part of no name, as a verb, else 0.

    Asked by ``[token]``, which alone works it out: of most tokens nobody asks.
    """

    __slots__ = ("_words",)

    def __init__(self, words: Words) -> None:
        """Take the words; nothing is read yet."""
        super().__init__()
        self._words = words

    def __missing__(self, at: int) -> int:
        """Work out a token that nobody has asked of."""
        texts, grade = self._words.texts, 0
        for hit in self._words.by_first.get(at, ()):
            readings = hit.readings
            if hit.proclitic and texts[at][len(hit.proclitic)] == _AND:
                readings = readings.but_particles  # nothing stands before "and": "|bi-|wa-bi-anna" is a village
            if readings.worded > grade and not must_be_name(texts, hit):
                grade = readings.worded
        self[at] = grade
        return grade


def must_be_name(texts: Sequence[str], hit: Hit) -> bool:
    """Tell whether a word in the form of an object stands behind "in", where no object can: "in |Beita|" is no "house"."""
    first = hit.first
    if texts[first][-1] != _AS_OBJECT or not first or hit.last != first + 1 or texts[first - 1] not in _GENITIVE:
        return False
    return any(is_indefinite(r) for r in hit.readings if r.form.pos is Pos.NOUN)


def is_indefinite(reading: Reading) -> bool:
    """Tell whether a word bears the ending of "a checkpoint", "bridges" as an object: no name of a place follows it."""
    text = reading.form.text
    if text[-1] != _AS_OBJECT or reading.form.number == "du":
        return False
    return any(form.text == text[:-1] for form in reading.entry.forms)
