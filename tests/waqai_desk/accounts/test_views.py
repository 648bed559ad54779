"""Joining by invitation, one's own keys, members, and the log-in's limits."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from desk_members import client, member
from waqai_desk.accounts.models import AuditEntry, Invitation, Token, User, digest
from waqai_desk.accounts.rights import Right, Role

PASSWORD = "correct horse battery"


def join(secret: str, name: str = "new-one", password: str = PASSWORD):
    return client(None).post(f"/join/{secret}/", {"username": name, "password1": password, "password2": password})


def test_an_invitation_makes_one_member_once(store):
    _, secret = Invitation.issue(Role.CODER)
    assert join(secret).headers["Location"] == "/"
    assert (User.objects.get().role, User.objects.get().username) == (Role.CODER, "new-one")
    assert join(secret, "another").status_code == 410
    assert User.objects.count() == 1


def test_an_invitation_ends(store):
    made, secret = Invitation.issue(Role.CODER)
    Invitation.objects.update(made=timezone.now() - timedelta(days=3, minutes=1))
    assert not Invitation.objects.get(pk=made.pk).is_open
    assert join(secret).status_code == 410


def test_the_secret_of_an_invitation_is_kept_nowhere(store):
    made, secret = Invitation.issue(Role.CODER)
    assert secret not in str(Invitation.objects.filter(pk=made.pk).values().get())


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012"])
def test_a_weak_password_is_refused(store, password):
    _, secret = Invitation.issue(Role.CODER)
    assert join(secret, password=password).status_code == 200
    assert User.objects.count() == 0


def test_nobody_signs_up_without_an_invitation(store):
    response = client(None).post("/account/sign-up/", {"username": "x", "password1": PASSWORD})
    assert User.objects.count() == 0
    assert "بالدعوة فقط" in response.content.decode()


def test_an_administrator_invites(store):
    page = (
        client(Role.ADMINISTRATOR).post("/members/invite/", {"role": "reviewer", "sees_names": "on"}).content.decode()
    )
    secret = re.search(r"/join/([\w-]+)/", page)[1]
    join(secret)
    made = User.objects.get(username="new-one")
    assert made.may(Right.REVIEW)
    assert made.may(Right.NAMES)


def test_an_administrator_cannot_lock_themselves_out(store):
    someone = client(Role.ADMINISTRATOR)
    someone.post(f"/members/{member(Role.ADMINISTRATOR).pk}/", {"role": "reader"})
    assert member(Role.ADMINISTRATOR).role == Role.ADMINISTRATOR


def test_a_member_is_given_another_role_and_sent_away(store):
    other = member(Role.READER, name="other")
    someone = client(Role.ADMINISTRATOR)
    someone.post(f"/members/{other.pk}/", {"role": "coder", "is_active": "on"})
    assert User.objects.get(pk=other.pk).may(Right.CODE)
    someone.post(f"/members/{other.pk}/", {"role": "coder"})
    assert not User.objects.get(pk=other.pk).may(Right.READ)


def test_a_key_is_shown_once_and_kept_as_a_digest(store):
    someone = client(Role.READER)
    page = someone.post("/account/keys/", {"label": "map", "scopes": ["incidents"], "days": "30"}).content.decode()
    secret = re.search(r"<code>(waqai_[\w-]+)", page)[1]
    assert Token.objects.get().digest == digest(secret)
    assert secret not in someone.get("/account/").content.decode()
    someone.post(f"/account/keys/{Token.objects.get().pk}/revoke/")
    assert not Token.objects.get().is_valid


def test_nobody_ends_another_ones_key(store):
    client(Role.READER).post("/account/keys/", {"label": "map", "scopes": ["incidents"], "days": "30"})
    assert client(Role.ADMINISTRATOR).post(f"/account/keys/{Token.objects.get().pk}/revoke/").status_code == 404


def log_in(password: str):
    return client(None).post("/account/log-in/", {"login": "reader", "password": password})


def test_log_in_is_slowed_down_after_some_failures(store):
    cache.clear()
    user = member(Role.READER)
    user.set_password(PASSWORD)
    user.save()
    answers = [log_in(f"guess number {n}").content.decode() for n in range(6)]
    assert log_in(PASSWORD).status_code != 302, "not even the right one, for a while"
    assert answers[0] != answers[-1]
    assert AuditEntry.objects.filter(act="log-in failed", what="reader").count() == 5
    cache.clear()
    assert log_in(PASSWORD).headers["Location"] == "/"


def test_the_audit_log_is_shown_and_filtered(store):
    someone = client(Role.ADMINISTRATOR)
    someone.post("/members/invite/", {"role": "reader", "note": "for the summer"})
    assert "for the summer" in someone.get("/audit/", {"act": "invite"}).content.decode()
    assert "for the summer" not in someone.get("/audit/", {"act": "log in"}).content.decode()
