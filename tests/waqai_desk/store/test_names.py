"""Names of persons: only with the right, and never unseen."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from coded_factory import coded, keep, run, told, user
from waqai_desk.store.models import Article, Incident, NameLook, Report
from waqai_desk.store.names import names_in


def test_without_the_right_there_is_no_name_and_no_look(store):
    keep(coded("a1"))
    with pytest.raises(PermissionDenied):
        names_in(Article.objects.get(), user())
    assert NameLook.objects.count() == 0


def test_a_look_is_recorded(store):
    keep(coded("a1"))
    someone = user("with the right", role="publisher", sees_names=True)
    assert [p.name for p in names_in(Article.objects.get(), someone, "to warn the family")] == ["صابر الحمدان"]
    look = NameLook.objects.get()
    assert (look.who, look.article.key, look.why) == (someone, "a1", "to warn the family")


def test_no_name_stands_in_a_report_or_an_incident(store):
    run(coded("a1", told()), coded("a2", told()))
    for body in (*Report.objects.values_list("body", flat=True), *Incident.objects.values_list("body", flat=True)):
        assert "الحمدان" not in body
    assert not Article.objects.filter(folded__contains="الحمدان").exists()
