"""Arabic unless English was chosen; every string in both."""

from __future__ import annotations

import importlib.util
import io

import pytest
from babel.messages.pofile import read_po

from desk_members import client


@pytest.fixture(scope="module")
def tool(root):
    spec = importlib.util.spec_from_file_location("make_messages", root / "tools/make_messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("chosen", "said"), [("ar", 'lang="ar" dir="rtl"'), ("en", 'lang="en" dir="ltr"'), ("xx", 'lang="ar" dir="rtl"')]
)
def test_the_page_is_in_the_language_that_was_chosen(store, chosen, said):
    response = client(language=chosen).get("/queue/", headers={"accept-language": "en"})
    assert said in response.content.decode()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_catalogues_hold_every_string_and_are_compiled(tool, language):
    path = tool.DESK / "locale" / language / "LC_MESSAGES/django.po"
    catalog = read_po(io.BytesIO(path.read_bytes()), locale=language)
    wanted, have = ({m.id for m in c if m.id} for c in (tool.template(), catalog))
    assert sorted(map(str, wanted ^ have)) == [], "run: make messages"
    if language == "ar":
        assert tool.missing(catalog) == []
    assert path.with_suffix(".mo").read_bytes() == tool.as_mo(catalog)
