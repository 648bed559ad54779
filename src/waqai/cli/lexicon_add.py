"""``waqai lexicon add``: a word of one's own, by answering questions that need Arabic and no Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from waqai.errors import SettingError, WaqaiError
from waqai.lexicon.entry import Kind
from waqai.shipped import shipped_table

if TYPE_CHECKING:
    from waqai.lexicon.own import OwnEntry

_KINDS: Final = {
    "group": (
        Kind.ACTOR,
        "Which actor is it? An id of actors.csv or a name; a name that the list lacks stands for itself",
    ),
    "act": (Kind.TRIGGER, "Which method is it"),
    "people": (Kind.VICTIM, "Who are they: civilians, combatants or unspecified"),
    "weapon": (Kind.WEAPON, "Which method is its use"),
    "thing": (Kind.OBJECT, "What is it: military, civilian or vehicle"),
}
_CHOICES: Final = {
    "people": ("civilians", "combatants", "unspecified"),
    "thing": ("military", "civilian", "vehicle"),
}
_KEYS: Final = {"act": "method", "people": "who", "weapon": "method", "thing": "cls"}


def add_command(
    kind: Annotated[str | None, typer.Option(help="What the word names: group, act, people, weapon or thing.")] = None,
    word: Annotated[
        list[str] | None,
        typer.Option(help="The word as a page writes it, without a prefix; again for another spelling."),
    ] = None,
    meaning: Annotated[str | None, typer.Option(help="What it means, in English.")] = None,
    stands_for: Annotated[
        str | None,
        typer.Option(help="The actor of a group, the method of an act or weapon, who people are, what a thing is."),
    ] = None,
    yes: Annotated[list[str] | None, typer.Option(help="A sentence in which the word is meant; make it up.")] = None,
    no: Annotated[list[str] | None, typer.Option(help="A sentence that has the letters and not the word.")] = None,
) -> None:
    """Add a word to your team's own lexicon; what no option gives is asked."""
    from waqai.lexicon.own import add_entry

    path = add_entry(_entry(kind, word, meaning, stands_for, yes, no))
    typer.echo(f"{path}: added; see what it changes: waqai lexicon diff")


def _entry(
    kind: str | None,
    word: list[str] | None,
    meaning: str | None,
    stands_for: str | None,
    yes: list[str] | None,
    no: list[str] | None,
) -> OwnEntry:
    from waqai.lexicon.own import OwnEntry

    asked = word is None
    name = kind or _ask("--kind", f"What does the word name ({', '.join(_KINDS)})")
    if name not in _KINDS:
        raise WaqaiError(f"knows {', '.join(_KINDS)}, not {name!r}")
    words = word or [w.strip() for w in _ask("--word", "The word, and other spellings after commas").split(",")]
    gloss = meaning or _ask("--meaning", "What does it mean, in English")
    fields = _fields(name, stands_for or _ask("--stands-for", _question(name)))
    good = yes or ([_ask("--yes", "A sentence in which it is meant (make it up)")] if asked else [])
    bad = no or (
        [_ask("--no", "A sentence in which the letters mean something else (or nothing)", default="")] if asked else []
    )
    return OwnEntry(
        kind=_KINDS[name][0],
        words=tuple(w for w in words if w),
        gloss=gloss,
        fields=fields,
        yes=tuple(s for s in good if s),
        no=tuple(s for s in bad if s),
    )


def _ask(option: str, question: str, *, default: str | None = None) -> str:
    """Ask what no option gave.

    Raises: SettingError when nobody is there to answer.
    """
    try:
        return str(typer.prompt(question, default=default))
    except typer.Abort as abort:
        if not isinstance(abort.__context__, EOFError):
            raise  # the person who was asked went away
        typer.echo()  # behind the question
        raise SettingError("nobody answers on standard input, and no option gives it", where=option) from None


def _question(name: str) -> str:
    said = _KINDS[name][1]
    return f"{said} ({', '.join(_methods())})" if _KEYS.get(name) == "method" else said


def _methods() -> list[str]:
    taxonomy = shipped_table("taxonomy.toml")
    return list(taxonomy["methods"])


def _fields(name: str, answer: str) -> dict[str, str | int]:
    from waqai.lexicon.own import actor_of

    if name == "group":
        return {"actor": actor_of(answer), "cls": "name"}
    allowed = _CHOICES.get(name) or tuple(_methods())
    if answer not in allowed:
        raise WaqaiError(f"knows {', '.join(allowed)}, not {answer!r}")
    return {_KEYS[name]: answer} | ({"strength": 3} if name == "act" else {})
