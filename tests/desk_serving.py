"""A desk to walk in: a store of invented articles, coded and linked as a run would, five members, and a server.

    python desk_serving.py fill     # fill the store under WAQAI_HOME
    python desk_serving.py serve    # serve it; prints its port

Run in processes of their own, so that the test's process holds no database.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from waqai_desk.boot import open_store

PASSWORD = "correct horse battery"
SECRET = "an-invitation-for-a-coder"
WITHDRAWN = "bank-3"
"""The article in which a newer coder reads nothing any more."""
ARTICLES = Path(__file__).parent / "waqai_desk/browser/articles.toml"


def fill() -> None:
    from django.contrib.auth.hashers import make_password

    from coded_factory import run
    from waqai.model import Article, Span
    from waqai_desk.accounts.models import Invitation, User, digest
    from waqai_desk.accounts.rights import Role
    from waqai_desk.run.worker import Job, do
    from waqai_desk.store.coded import Coded

    for row in tomllib.loads(ARTICLES.read_text(encoding="utf-8"))["article"]:
        start = len(row["title"]) + 1
        article = Article(**row, headline=Span(0, start - 1), paragraphs=(Span(start, start + len(row["text"])),))
        (made,) = do(Job(home="", article=article)).coded
        run(made)
        if row["id"] == WITHDRAWN:
            run(Coded(article=article, persons=made.persons), coder="another")
    secret = make_password(PASSWORD)
    User.objects.bulk_create(
        User(username=role, password=secret, role=role, sees_names=role == Role.PUBLISHER) for role in Role
    )
    Invitation.objects.create(role=Role.CODER, digest=digest(SECRET))


def serve() -> None:
    from waqai_desk.serve import make_server

    server = make_server("127.0.0.1", 0, threads=4)
    print(server.effective_port, flush=True)
    server.run()


if __name__ == "__main__":
    open_store()
    {"fill": fill, "serve": serve}[sys.argv[1]]()
