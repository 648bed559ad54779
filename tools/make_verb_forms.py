"""Write ``src/waqai/data/forms/verbs.tsv``: the conjugated forms of every verb that a lexicon file names.

Run by ``make lexicon``. libqutrub (GPL) is a development tool only: what ships is the table.
A lemma is vocalised; ``|`` and a haraka after it name the vowel of its present tense where it shows.
"""

from __future__ import annotations

import contextlib
import io
import tomllib
from pathlib import Path

import libqutrub.conjugator

from waqai.text.fold import fold_key

ROOT = Path(__file__).resolve().parent.parent / "src" / "waqai" / "data"
PRONOUNS = {
    "هو": ("sg", "m"),
    "هي": ("sg", "f"),
    "هما": ("du", "m"),
    "هما مؤ": ("du", "f"),
    "هم": ("pl", "m"),
    "هن": ("pl", "f"),
    "نحن": ("pl", ""),
}
TENSES = {
    "الماضي المعلوم": ("active", "past"),
    "المضارع المعلوم": ("active", "present"),
    "المضارع المجزوم": ("active", "present"),
    "المضارع المنصوب": ("active", "present"),
    "الماضي المجهول": ("passive", "past"),
    "المضارع المجهول": ("passive", "present"),
}
_JUSSIVE = "المضارع المجزوم"
_WE = "نحن"
_HOLLOW = 3
"""Letters of a verb whose middle one is long."""


def lemmas() -> list[str]:
    """Give every lemma that a lexicon file conjugates."""
    found = set()
    for path in sorted((ROOT / "lexicon").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("entry", ()):
            found.update(entry.get("verb", ()))
    return sorted(found)


def conjugate(lemma: str) -> list[tuple[str, ...]]:
    """Give the rows of one lemma: form, voice, tense, number, gender, transitive."""
    word, _, vowel = lemma.partition("|")
    with contextlib.redirect_stdout(io.StringIO()):
        table = libqutrub.conjugator.conjugate(
            word, vowel or "فتحة", alltense=True, transitive=True, display_format="DICT"
        )
    rows: dict[tuple[str, ...], None] = {}
    hollow = len(fold_key(word)) == _HOLLOW and fold_key(word)[1] == "ا"
    for tense, (voice, time) in TENSES.items():
        if hollow and tense == _JUSSIVE:
            continue  # spelt like another verb: "carries" like "(did not) say", "overlooks" like "(did not) reach"
        for pronoun, (number, gender) in PRONOUNS.items():
            if tense == _JUSSIVE and pronoun == _WE:
                continue  # no reporter writes it, and it is spelt like other verbs: "(let us) hit" like "laid"
            form = fold_key(str((table or {}).get(tense, {}).get(pronoun, "")))
            if form:
                rows[form, voice, time, number, gender, "1"] = None
    return list(rows)


def main() -> None:
    """Write the table."""
    lines = ["# lemma, folded form, voice, tense, number, gender, takes an object; written by tools/make_verb_forms.py"]
    for lemma in lemmas():
        rows = conjugate(lemma)
        if not rows:
            raise SystemExit(f"no forms for {lemma}: is it fully vocalised?")
        lines += ["\t".join((lemma, *row)) for row in rows]
    (ROOT / "forms" / "verbs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
