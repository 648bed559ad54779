"""Function words that a row of chunks is read by: prepositions, "and" that joins, "that", "after", "when", words for parts of a place."""

from __future__ import annotations

from typing import Final

PREPOSITIONS: Final = frozenset(
    {
        "علي",
        "في",
        "من",
        "الي",
        "عن",
        "مع",
        "ضد",
        "بين",
        "قرب",
        "باتجاه",
        "نحو",
        "لدي",
        "تجاه",
        "صوب",
        "ل",
        "ب",
        "داخل",
        "ضمن",
        "فوق",
        "منذ",
        "عند",
    }
)

BESIDE_IT: Final = frozenset({"امام", "قرب", "خلف", "عند", "علي", "في", "من", "داخل", "قباله"})
"""Words behind which a building is where something was, and does nothing itself."""

ITSELF: Final = {f"{start}ان{pronoun}": pronoun for start in ("", "ب", "و") for pronoun in ("ه", "ها", "هم", "هما")}
"""Folded "that he", "that she", "that they", as one writes them in one word → the pronoun."""
SET_OFF: Final = "تفجير"
"""The setting off of a charge, which somebody does; a blast may be nobody's."""
HE_IS: Final = "هو"
"""Said of whoever stands before it: "So-and-so, |and he is| a fighter of X"."""


UNDERGOES: Final = frozenset({"undergo", "undergo_now"})
"""Classes of particles before what is done to somebody: "underwent", "undergoes"."""
THAT: Final = frozenset({"ان", "بان", "وان", "فان"})
THIS: Final = frozenset({"هذا", "هذه", "ذلك", "تلك"})
"""What stands before the kind of a place and takes up the last of that kind."""
ENDS: Final = frozenset(".؟!")
"""Stops that end a sentence."""
WHEN: Final = frozenset({"حين", "حينما", "عندما", "لما", "وقتما"})
IN: Final = frozenset({"في", "ب"})
"""Prepositions of where or in what something was."""
IT: Final = ("ها", "ه", "هما", "هم")
"""Pronouns at the end of a word: whose it is, or to whom it is done."""
AFTER: Final = frozenset({"بعد", "عقب", "اثر", "غداه"})
EACH: Final = frozenset({"كل", "كلا"})
"""Words for "each", behind which "of" and names may stand."""
PARTS: Final = frozenset(
    {
        "كل",
        "لكل",
        "كلا",
        "جزء",
        "جزءا",
        "اجزاء",
        "قسم",
        "قسما",
        "جانب",
        "جانبا",
        "اجزاءا",
        "مناطق",
        "احياء",
        "قري",
        "عدد",
        "عددا",
        "اطراف",
        "مواقع",
    }
)
SIDES: Final = frozenset(
    {
        "الجهه",
        "الجزء",
        "القسم",
        "الطرف",
        "الاطراف",
        "الضاحيه",
        "الجانب",
        "المدخل",
        "الاحياء",
        "الاجزاء",
        "المنطقه",
        "الناحيه",
        "الحي",
        "الريف",
        "الجهات",
        "المحاور",
        "التخوم",
    }
)


_THEN_AT: Final = frozenset({"في", "قرب"})
"""Prepositions that head what is told item by item, with "then" before them."""
_BEFORE: Final = {*PREPOSITIONS, *ITSELF, *THAT, *AFTER, HE_IS}
_GLUED: Final = {"مابين": "بين", "بواسطه": "ب"}
"""Prepositions as some write them in one word, "by means of" → the preposition."""
_SAID: Final = {
    text: (
        word if word in PREPOSITIONS else _GLUED.get(word),
        HE_IS if word == HE_IS else ITSELF.get(text, ""),
        text in THAT,
        word in AFTER,
    )
    for word in (*_BEFORE, *_GLUED)
    for text in (word, f"و{word}", *((f"ف{word}",) if word in _THEN_AT else ()))
}
NOTHING_BEFORE: Final[tuple[None, str, bool, bool]] = (None, "", False, False)
AND: Final = "و"
THEN: Final = "ثم"
"""A word of its own that joins the dead of another act, or behind a comma another act, to what goes before; who is held and |then| freed is one act's."""
INDEED: Final = "وقد"
"""Behind a comma what the press joins another act with as it does with "and" alone: "… in A, |and X has shelled| B"."""
BEFORE: Final = dict.fromkeys((AND, THEN, INDEED, *THIS, *WHEN), NOTHING_BEFORE) | _SAID
"""What a word says of the chunk behind it: its preposition, the pronoun of who speaks, whether it is "that", whether "after"; and those that say other things of it."""
