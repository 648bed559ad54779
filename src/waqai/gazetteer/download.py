"""Fetch a source by its address: with progress, going on where an earlier try stopped, and noticing a short answer.

The bytes lie under ``WAQAI_HOME/gazetteer/downloads``; an unfinished file ends in ``.part`` and keeps the server's mark of
the edition beside it, so that two editions are never joined.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from waqai.errors import GazetteerError

if TYPE_CHECKING:
    import httpx

Progress = Callable[[int, int], None]
"""Called with bytes so far and in all (0 when the server does not say)."""
_TIMEOUT: Final = 60.0
_PIECE: Final = 1 << 16


def is_address(source: str) -> bool:
    """Tell whether a source is an address and no path."""
    return source.startswith(("http://", "https://"))


def download(address: str, folder: Path, progress: Progress) -> Path:
    """Fetch a file; give where it lies. One that was fetched whole before is asked for again only if it changed.

    Raises: GazetteerError when it cannot be fetched or ends too early; what came so far is kept for the next try.
    """
    import httpx  # 80 ms, and only addresses need it

    name = unquote(PurePosixPath(urlsplit(address).path).name) or "source"
    folder = folder / sha256(address.encode()).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    path, part, mark = folder / name, folder / f"{name}.part", folder / f"{name}.mark"
    headers = _headers(path, part, mark)
    try:
        with httpx.stream("GET", address, headers=headers, follow_redirects=True, timeout=_TIMEOUT) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return path
            if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                part.unlink(missing_ok=True)
                raise GazetteerError(
                    "the address has another file now than before; run the command again", where=address
                )
            response.raise_for_status()
            _write(response, part, mark, progress)
    except httpx.HTTPStatusError as error:
        raise GazetteerError(f"the server answers {error.response.status_code}", where=address) from None
    except httpx.HTTPError as error:
        said = str(error) or type(error).__name__
        raise GazetteerError(
            f"cannot be fetched ({said}); run the command again to go on where it stopped", where=address
        ) from None
    part.replace(path)
    return path


def _headers(path: Path, part: Path, mark: Path) -> dict[str, str]:
    said = mark.read_text(encoding="utf-8") if mark.is_file() else ""
    if part.is_file() and said:
        return {"Range": f"bytes={part.stat().st_size}-", "If-Range": said, "Accept-Encoding": "identity"}
    headers = {"Accept-Encoding": "identity"}
    if path.is_file() and said:
        headers["If-None-Match" if said.startswith(('"', "W/")) else "If-Modified-Since"] = said
    return headers


def _write(response: httpx.Response, part: Path, mark: Path, progress: Progress) -> None:
    goes_on = response.status_code == 206
    done = part.stat().st_size if goes_on else 0
    length = int(response.headers.get("Content-Length") or 0)
    total = done + length if length else 0
    mark.write_text(response.headers.get("ETag") or response.headers.get("Last-Modified") or "", encoding="utf-8")
    with part.open("ab" if goes_on else "wb") as file:
        for piece in response.iter_raw(_PIECE):
            file.write(piece)
            done += len(piece)
            progress(done, total)
    if total and done != total:
        raise GazetteerError(
            f"the download ended after {done} of {total} bytes; run the command again to go on where it stopped",
            where=str(response.url),
        )
