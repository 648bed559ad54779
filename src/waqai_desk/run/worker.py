"""The verbs on one original or one article, in a process of their own. No Django here: a worker knows no database.

Jobs and answers travel as JSON: it is faster than pickling and runs no code.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from waqai import model
from waqai.code.coder import Coder
from waqai.errors import InputError, WaqaiError
from waqai.fetch import Original
from waqai.lexicon.load import load_lexicon
from waqai.read import Read
from waqai.read.near_copy import signature
from waqai.read.original import articles_from_original
from waqai.tag.tagged import tag
from waqai.tag.violence import violence
from waqai_desk.store.coded import Coded

_ORPHAN_CHECK_S: Final = 1.0


class Job(msgspec.Struct, frozen=True, omit_defaults=True):
    """An original to read and code, or an article to code again.

    ``home`` is where the archive lies; ``coding`` names the coder, so that one is loaded anew when words or places changed.
    """

    home: str
    coding: str = ""
    original: Original | None = None
    article: model.Article | None = None


class Refused(msgspec.Struct, frozen=True):
    """An error's code and its sentence."""

    code: str
    why: str


class Done(msgspec.Struct, frozen=True, omit_defaults=True):
    """What came of a job: coded articles, why something in it was refused; CPU seconds of each verb."""

    coded: tuple[Coded, ...] = ()
    refused: tuple[Refused, ...] = ()
    read_s: float = 0.0
    code_s: float = 0.0


_encode: Final = msgspec.json.Encoder().encode
_decode_job: Final = msgspec.json.Decoder(Job).decode
decode_done: Final = msgspec.json.Decoder(Done).decode


def begin_worker() -> None:
    """End when the run that began this process was killed."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_ORPHAN_CHECK_S)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def work(job: bytes) -> bytes:
    """Do a job; bad input is an answer, not an error."""
    return _encode(do(_decode_job(job)))


def do(job: Job) -> Done:
    """Do a job in this process."""
    begun = time.process_time()
    try:
        found = [job.article] if job.article is not None else list(_articles(job))
        read = time.process_time()
        coder = coder_of(job.coding)
        coded = tuple(_coded(one, coder) for one in found if isinstance(one, model.Article))
    except WaqaiError as error:
        return Done(refused=(Refused(error.code, str(error)),), read_s=time.process_time() - begun)
    except Exception as error:  # noqa: BLE001 - a page that meets a fault of ours is kept for another try, and stops no other
        return Done(refused=(Refused(WaqaiError.code, f"met a fault of ours: {type(error).__name__}: {error}"),))
    refused = tuple(Refused(one.code, str(one)) for one in found if isinstance(one, InputError))
    return Done(coded=coded, refused=refused, read_s=read - begun, code_s=time.process_time() - read)


def _coded(article: model.Article, coder: Coder) -> Coded:
    tagged = tag(article, coder.lexicon, coder.gazetteer)
    told = coder.code_tagged(tagged)
    return Coded(
        article=article,
        reports=told.reports,
        persons=told.persons,
        signature=signature(article.story),
        speaks=violence(tagged),
    )


def _articles(job: Job) -> Iterator[Read]:
    """Read an original. Its articles are known by its address, so that a page's later version takes the earlier one's place."""
    original = job.original
    assert original is not None
    for found in articles_from_original(original, Path(job.home)):
        if isinstance(found, model.Article) and found.id.startswith(original.id):
            found = msgspec.structs.replace(found, id=original.url + found.id.removeprefix(original.id))
        yield found


@lru_cache(maxsize=1)
def coder_of(coding: str) -> Coder:
    """Load the coder of now, once while its name stays the same.

    Raises: LexiconError when a team's own words have a fault; GazetteerError.
    """
    load_lexicon.cache_clear()
    return Coder.load()
