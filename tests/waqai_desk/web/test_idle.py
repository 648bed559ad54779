"""Sessions end."""

from __future__ import annotations

import time

from desk_members import client
from waqai_desk.web.idle import SEEN


def test_a_session_nobody_uses_ends(store):
    someone = client()
    assert someone.get("/queue/").status_code == 200
    session = someone.session
    session[SEEN] = int(time.time()) - 121 * 60
    session.save()
    assert someone.get("/queue/").status_code == 302


def test_reading_does_not_write_the_session_each_time(store):
    someone = client()
    someone.get("/queue/")
    before = someone.session[SEEN]
    someone.get("/queue/")
    assert someone.session[SEEN] == before
