"""``waqai desk``: serve the desk; ``waqai invite``: make a link for a new member."""

from __future__ import annotations

from typing import Annotated

import typer

from waqai.errors import SettingError


def desk_command(
    host: Annotated[
        str, typer.Option(help="Address to listen on; another than this machine's own needs TLS before it.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8000,
    threads: Annotated[int, typer.Option(min=1, max=64, help="Requests answered at once.")] = 8,
) -> None:
    """Serve the desk, and print its address and, while there is no administrator, a link that makes one."""
    from waqai_desk.boot import open_store  # Django: a quarter second that other commands do not need
    from waqai_desk.secret import keep_secret_key

    keep_secret_key()
    open_store()
    from waqai_desk.accounts.invite import has_administrator, invite_link
    from waqai_desk.accounts.rights import Role
    from waqai_desk.serve import make_server

    server = make_server(host, port, threads=threads)
    address = f"http://{host}:{server.effective_port}"
    typer.echo(f"The desk is at {address}/ — stop it with Ctrl+C.")
    if not has_administrator():
        typer.echo(
            f"No administrator yet. This link makes one, once, within three days:\n  {invite_link(address, Role.ADMINISTRATOR)}"
        )
    server.run()


def invite_command(
    role: Annotated[str, typer.Option(help="reader, coder, reviewer, publisher or administrator.")] = "reader",
    names: Annotated[
        bool, typer.Option("--names", help="With the right to see persons' names; reviewers and above.")
    ] = False,
    address: Annotated[str, typer.Option(help="What the desk is reached by.")] = "http://127.0.0.1:8000",
) -> None:
    """Make a link that makes one member, once, within three days."""
    from waqai_desk.boot import open_store  # the same

    open_store()
    from waqai_desk.accounts.invite import invite_link
    from waqai_desk.accounts.rights import Role

    if role not in list(Role):
        raise SettingError(f"there is no role {role}: it is one of {', '.join(Role)}")
    typer.echo(invite_link(address.rstrip("/"), Role(role), names=names))
