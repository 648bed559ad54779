"""A team's own words: lexicon files under the program's home, read on top of those that ship.

All or nothing: an entry that breaks a check is not written, and the files stay as they were.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import msgspec

from waqai.errors import LexiconError
from waqai.lexicon.check import check_lexicon
from waqai.lexicon.entry import Kind
from waqai.replacing import replacing
from waqai.settings import home
from waqai.shipped import shipped_rows
from waqai.text.fold import fold_key
from waqai.values.actor import OTHER

_QUOTED: Final = {"\\": "\\\\", '"': '\\"', "\n": " "}


class OwnEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a contributor says of a word; ``fields`` are the keys of its kind ("method", "who" …)."""

    kind: Kind
    words: tuple[str, ...]
    gloss: str
    fields: dict[str, str | int]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


def own_folder() -> Path:
    """Give the folder of a team's own lexicon files."""
    return home() / "lexicon"


def own_files() -> tuple[Path, ...]:
    """Give a team's own lexicon files, by name; none when the team has no folder."""
    folder = own_folder()
    return tuple(sorted(folder.glob("*.toml"))) if folder.is_dir() else ()


def add_entry(entry: OwnEntry) -> Path:
    """Write an entry into the team's file of its kind and give that file.

    Raises: LexiconError with every fault, when the entry breaks a check; nothing is written then.
    """
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{entry.kind}.toml"
    before = target.read_text(encoding="utf-8-sig") if target.exists() else f'[file]\nkind = "{entry.kind}"\n'
    with replacing(target) as half:
        half.write_text(f"{before.rstrip()}\n\n{_entry_text(entry, before)}", encoding="utf-8")
        faults = check_lexicon((*(path for path in own_files() if path != target), half))
        if faults:
            raise LexiconError("; ".join(fault.sentence for fault in faults), where=str(target))
    return target


def _entry_text(entry: OwnEntry, before: str) -> str:
    """Write an entry as TOML: single words are inflected, phrases stand as they are."""
    nouns = [w for w in entry.words if " " not in w.strip() and not w.startswith("ال")]
    phrases = [w for w in entry.words if w not in nouns]
    slug = re.sub(r"[^a-z]+", "_", entry.gloss.lower()).strip("_") or "word"
    ident = number = f"{entry.kind}.own_{slug}"
    n = 2
    while f'"{number}"' in before:
        number, n = f"{ident}_{n}", n + 1
    lines: list[tuple[str, Any]] = [("id", number), ("gloss", entry.gloss), *entry.fields.items()]
    lines += [("noun", nouns)] if nouns else []
    lines += [("phrase", phrases)] if phrases else []
    lines += [(key, list(said)) for key, said in (("yes", entry.yes), ("no", entry.no)) if said]
    return "[[entry]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in lines)


def _toml(value: str | int | list[str]) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return '"' + "".join(_QUOTED.get(letter, letter) for letter in value.strip()) + '"'


def actor_of(said: str) -> str:
    """Give the actor whose id or name this is; one that the list lacks stands for itself (codebook ruling 38)."""
    said = said.strip().removeprefix(OTHER).strip()
    wanted = fold_key(said)
    for row in shipped_rows("actors.csv"):
        names = (row["id"], row["name_en"], *row["names_ar"].split("|"))
        if wanted in {fold_key(name.split(" (")[0]) for name in names}:
            return row["id"]
    return OTHER + said
