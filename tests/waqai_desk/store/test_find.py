"""Every id that was ever given leads to an incident."""

from __future__ import annotations

import pytest

from coded_factory import coded, live, run, told
from waqai.errors import StoreError
from waqai_desk.store.find import find_incident
from waqai_desk.store.models import Report


def test_the_ids_that_reports_would_have_alone_lead_to_their_incident(store):
    run(coded("a1", told()), coded("a2", told()))
    assert {find_incident(key) for key in Report.objects.values_list("key", flat=True)} == set(live())


def test_an_id_that_was_never_given(store):
    with pytest.raises(StoreError, match="no incident ever had the id w-0"):
        find_incident("w-0")
