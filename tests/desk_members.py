"""Members, and clients that are logged in as them, for tests of the desk."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.test import Client

from coded_factory import coded, keep, live, run, told
from statement_factory import killed, village
from waqai_desk.accounts.models import User
from waqai_desk.accounts.rights import Role
from waqai_desk.store.models import Incident, Report
from waqai_desk.store.unplaced import without_incident

NAME = "صابر الحمدان"
"""The person of every article that ``coded_factory`` makes."""


def member(role: str = Role.REVIEWER, *, names: bool = False, two_factor: bool = False, name: str = "") -> User:
    """Give a member without a password: clients are logged in without one."""
    user, _ = User.objects.get_or_create(username=name or role, defaults={"role": role, "sees_names": names})
    if two_factor:
        Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}})
    return user


def client(role: str | None = Role.REVIEWER, *, language: str = "ar", **more: Any) -> Client:
    """Give a client; ``None`` for a visitor."""
    made = Client(enforce_csrf_checks=more.pop("csrf", False))
    made.cookies["django_language"] = language
    if role is not None:
        made.force_login(member(role, **more), backend="allauth.account.auth_backends.AuthenticationBackend")
    return made


def one_incident() -> Incident:
    """Give an incident that two articles tell differently."""
    dead = (killed(2, 2),)
    more = (killed(3, 3),)
    run(coded("one", told(harm=dead), outlet="وكالة النهر"), coded("two", told(harm=more), outlet="شبكة الضفة"))
    (incident,) = live()
    return incident


def two_incidents() -> tuple[Incident, Incident]:
    """Give two incidents of one day, in two villages far apart."""
    other = told(place=village("هجين"))
    run(coded("one", told()), coded("two", other))
    first, second = live()
    return first, second


def unplaced_report(ident: str = "lone", *, waits: bool = False) -> Report:
    """Give a report of a raid with a dead man that is in no incident: a newer coder withdrew it, or it waits for the linker."""
    article = coded(ident, told(place=village("ذيبان"), harm=(killed(1, 1),)), outlet="وكالة الوادي")
    if waits:
        keep(article)
    else:
        run(article)
        keep(coded(ident, outlet="وكالة الوادي"), coder="two")
        run()
    return without_incident().get(article__key=ident)
