"""Sessions end: some hours after log-in, and sooner when nobody sits there."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from waqai_desk.options import options

Answer = Callable[[HttpRequest], HttpResponse]
SEEN: Final = "seen"
_NOTE_EVERY_S: Final = 300
"""A session is written at most this often, so that reading pages does not write to the database."""


def idle(get_response: Answer) -> Answer:
    """Middleware: end a session that was not used for ``idle_minutes``."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            seen = request.session.get(SEEN, now)
            if now - seen > options().idle_minutes * 60:
                logout(request)
            elif now - seen > _NOTE_EVERY_S or SEEN not in request.session:
                request.session[SEEN] = now
        return get_response(request)

    return answer
