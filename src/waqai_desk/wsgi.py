"""The desk as a WSGI application, for the servers that ``docs/deploy.md`` names."""

from __future__ import annotations

from django.core.wsgi import get_wsgi_application

from waqai_desk.boot import boot

boot()
application = get_wsgi_application()
