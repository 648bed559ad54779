"""Which coder this is: what has to be the same for the same reports to come out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import waqai
from waqai.gazetteer.store import open_gazetteer
from waqai.lexicon.own import own_files
from waqai_desk.store.models import Coding

_PACKAGE: Final = Path(waqai.__file__).parent
_CODE: Final = ("text", "values", "lexicon", "gazetteer", "tag", "code")
"""The packages between an article and its reports; reading is before them, linking after."""


def current_coding() -> Coding:
    """Give the row of the coder, lexicon and gazetteer that would be used now."""
    coder, lexicon, gazetteer = identity()
    found, _ = Coding.objects.get_or_create(coder=coder, lexicon=lexicon, gazetteer=gazetteer)
    return found


def identity() -> tuple[str, str, str]:
    """Give version and digests of coder, lexicon and gazetteer."""
    coder = f"{waqai.__version__}+{_coder()}"
    return coder, _joined(_lexicon(), _team()), _digest([open_gazetteer().path])


def _joined(ours: str, team: str) -> str:
    return hashlib.sha256(f"{ours}{team}".encode()).hexdigest() if team else ours


@cache
def _coder() -> str:
    return _digest(sorted(path for name in _CODE for path in (_PACKAGE / name).rglob("*.py")))[:12]


@cache
def _lexicon() -> str:
    data = _PACKAGE / "data"
    return _digest(sorted(p for p in data.rglob("*") if p.is_file() and (data / "gazetteer") not in p.parents))


def _team() -> str:
    """Give a digest of the team's own words, nothing when there are none."""
    files = own_files()
    return _digest(files) if files else ""


def _digest(paths: Iterable[Path]) -> str:
    """Give the SHA-256 of the files' bytes one after another."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()
