"""What is wrong with each source: what can be told without asking anyone, and, when wanted, by asking."""

from __future__ import annotations

from pathlib import Path

import msgspec

from waqai.errors import InputError
from waqai.fetch.files import telegram_files
from waqai.fetch.sources import Files, Source, Sources, Telegram, Web, kind_of
from waqai.fetch.state import GONE, State


class Verdict(msgspec.Struct, frozen=True):
    """One source and what is wrong with it; an empty fault is none."""

    name: str
    kind: str
    fault: str = ""
    note: str = ""


def check(sources: Sources, home: Path) -> list[Verdict]:
    """Say of each source what is wrong with it, as far as this machine and earlier runs know."""
    with State(home) as state:
        return [_verdict(source, sources, state) for source in sources.sources]


def _verdict(source: Source, sources: Sources, state: State) -> Verdict:
    kind = kind_of(source)
    if not source.enabled:
        return Verdict(source.name, kind, note="switched off")
    if isinstance(source, Files):
        return Verdict(source.name, kind, fault=_file_fault(source, sources.base))
    assert isinstance(source, Web)
    trouble = state.trouble(source.name, source.url)
    if trouble is None:
        return Verdict(source.name, kind, note=f"{state.left(source.name)} pages waiting")
    dead = "; not asked any more" if trouble.is_dead(sources.manners.dead_after, sources.manners.dead_days) else ""
    times = (
        "once"
        if trouble.failures == 1
        else "for good"
        if trouble.failures >= GONE
        else f"{trouble.failures} times in a row"
    )
    return Verdict(source.name, kind, fault=f"failed {times} since {trouble.since:%Y-%m-%d}: {trouble.reason}{dead}")


def _file_fault(source: Files, base: Path) -> str:
    path = base / source.path
    try:
        if not path.exists():
            return f"{source.path} is not there"
        if isinstance(source, Telegram):
            telegram_files(path)
        elif path.is_dir():
            next(path.iterdir(), None)
        else:
            path.open("rb").close()
    except InputError as error:
        return error.sentence
    except OSError as error:
        return f"{source.path} cannot be opened: {error.strerror}"
    return ""
