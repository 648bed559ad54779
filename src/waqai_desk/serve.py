"""A server for the desk that runs wherever Python does, behind a proxy or alone on a laptop."""

from __future__ import annotations

from typing import Any

from waitress import create_server

from waqai.errors import SettingError
from waqai_desk.options import options


def make_server(host: str, port: int, *, threads: int = 8) -> Any:
    """Give a server that listens; ``run()`` serves until it is stopped.

    port: 0 takes a free one; ``effective_port`` of the server says which.
    Raises: SettingError when the address cannot be listened on.
    """
    from waqai_desk.wsgi import application  # starts Django, which importing this module must not

    before = options().proxies
    trust: dict[str, Any] = {
        "trusted_proxy": "*",
        "trusted_proxy_count": before,
        "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto",
    }
    try:
        return create_server(application, host=host, port=port, threads=threads, **(trust if before else {}))
    except OSError as error:
        raise SettingError(f"cannot listen on {host}:{port}: {error.strerror or error}; give another --port") from error
