"""Every operation of the OpenAPI document is asked what nobody would ask, and none of them breaks."""

from __future__ import annotations

from datetime import timedelta

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CHECKS, load_all_checks

from desk_members import member, one_incident
from waqai_desk.accounts.models import Token, digest
from waqai_desk.api.root import api
from waqai_desk.store import decide
from waqai_desk.store.models import Incident

load_all_checks()
PATHS = sorted(api.get_openapi_schema()["paths"])
ASKED = ("not_a_server_error", "response_schema_conformance", "content_type_conformance", "status_code_conformance")


@pytest.fixture
def _open_connection(store):
    """Keep a request's end from closing the connection that the test's transaction lives in, as Django's own client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("_open_connection")
@pytest.mark.parametrize("path", PATHS)
def test_no_question_breaks_it(path):
    someone = member("publisher")
    incident = one_incident()
    decide.accept(incident, someone)
    decide.publish(Incident.objects.get(), someone)
    Token.objects.create(
        member=someone,
        digest=digest("fuzz"),
        label="fuzz",
        scopes="incidents reports",
        expires=timezone.now() + timedelta(days=1),
    )
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())
    checks = [check for check in CHECKS.get_all() if check.__name__ in ASKED]
    (operation,) = [o.ok() for o in schema.include(path=path).get_all_operations()]

    @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def ask(case):
        case.call_and_validate(headers={"Authorization": "Bearer fuzz"}, checks=checks)

    ask()
