"""Every route has a rule, and every role is held to it: the table is walked, not a list that somebody keeps."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from desk_members import client, member, one_incident, unplaced_report
from waqai_desk.accounts.models import AuditEntry, Invitation, Token, digest
from waqai_desk.accounts.rights import MATRIX, Right, Role
from waqai_desk.store.models import Article
from waqai_desk.web.gate import rule_of
from waqai_desk.web.rules import OPEN, RULES, SIGNED_IN, TOKEN

LOG_IN = "/account/log-in/?"  # with a question mark: where the gate sends people; allauth's own redirects have none


def routes(patterns=None, space=""):
    """Give the name and the pattern of every route."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry.url_patterns, inner)
        else:
            assert isinstance(entry, URLPattern)
            yield f"{space}{entry.name}", entry


NAMES = sorted({name for name, _ in routes()})


def test_every_route_has_a_name_and_a_rule():
    assert [name for name in NAMES if rule_of(name) is None] == []


def test_no_rule_is_for_a_route_that_is_gone():
    assert sorted(RULES.keys() - set(NAMES)) == []


@pytest.fixture
def arguments(store):
    """Give what the routes' parts may be."""
    incident = one_incident()
    owner = member(Role.READER, name="owner")
    token = Token.objects.create(
        member=owner, digest=digest("x"), label="x", scopes="read", expires="2099-01-01T00:00:00Z"
    )
    _, secret = Invitation.issue(Role.READER)
    return {
        "public_id": incident.public_id,
        "key": unplaced_report().key,
        "secret": secret,
        "form": "csv",
        "article": Article.objects.get(key="one").pk,
        "token_revoke": token.pk,
        "member": owner.pk,
    }


def address(name: str, arguments: dict) -> str:
    pattern = next(entry for known, entry in routes() if known == name)
    wanted = pattern.pattern.converters
    kwargs = {part: arguments.get(name, arguments["article"]) if part == "pk" else arguments[part] for part in wanted}
    return reverse(name, kwargs=kwargs)


def refused(response) -> bool:
    to_log_in = response.status_code == 302 and response.headers["Location"].startswith(LOG_IN)
    return to_log_in or response.status_code in (401, 403)


@pytest.mark.parametrize(
    ("role", "with_names"),
    [(None, False), *((role, False) for role in Role), (Role.CODER, True), (Role.PUBLISHER, True)],
)
def test_every_route_lets_in_whom_the_matrix_lets_in(arguments, role, with_names):
    wrong = []
    for name in NAMES:
        rule = rule_of(name)
        if rule == TOKEN:
            continue  # keys and scopes are tested with the API
        rights = MATRIX[role] if role else frozenset()
        rights |= {Right.NAMES} if with_names and role in (Role.REVIEWER, Role.PUBLISHER, Role.ADMINISTRATOR) else set()
        may = rule == OPEN or (rule == SIGNED_IN and role is not None) or rule in rights
        for method in ("get", "post"):
            with transaction.atomic():
                someone = client(role, names=with_names, two_factor=with_names)
                if role and with_names:
                    member(role).sees_names = True
                    type(member(role)).objects.filter(username=role).update(sees_names=True)
                response = getattr(someone, method)(address(name, arguments))
                transaction.set_rollback(True)
            if refused(response) == may:
                wrong.append((name, method, response.status_code))
    assert wrong == []


def test_names_want_a_second_factor_even_from_those_with_the_right(arguments):
    article = arguments["article"]
    without = client(Role.PUBLISHER, names=True)
    assert without.post(f"/articles/{article}/names/").status_code == 403
    member(Role.PUBLISHER, two_factor=True)
    assert without.post(f"/articles/{article}/names/").status_code == 200


def test_a_member_who_left_may_do_nothing(arguments):
    someone = client(Role.ADMINISTRATOR)
    assert someone.get("/members/").status_code == 200
    type(member(Role.ADMINISTRATOR)).objects.filter(username=Role.ADMINISTRATOR).update(is_active=False)
    assert refused(someone.get("/members/"))


def test_a_program_is_told_to_log_in_and_not_sent_to_a_form(arguments):
    response = client(None).get("/incidents/points.json", headers={"accept": "application/json"})
    assert response.status_code == 401


def test_the_log_of_what_was_done_is_written(arguments):
    client(Role.REVIEWER).post(f"/incidents/{arguments['public_id']}/comment/", {"why": "seen"})
    assert AuditEntry.objects.filter(act="comment", what=arguments["public_id"]).count() == 1
