"""What holds for every form: nothing lost in silence, the same bytes twice, no person's name in any of them."""

from __future__ import annotations

import zipfile
from datetime import date

import msgspec
import pytest

from incident_factory import ALL
from waqai.code.coder import Coder
from waqai.link import Linker, reconcile, statements_of
from waqai.model import Incident
from waqai.publish import FORMS, Context, prepare
from waqai.publish.forms import fate_of_fields
from waqai.publish.profile import PUBLIC
from waqai.publish.sitrep import KINDS, Period, figures, write_report
from waqai.publish.sitrep.story import story
from waqai.publish.write import write_form
from waqai.read import article_from_record

NAMES = ("مازن الحايكان", "رغد السلامان", "أبو محمد الديريان", "سامر هويدان")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_what_becomes_of_every_field(form):
    assert fate_of_fields()[form].keys() == {f.name for f in msgspec.structs.fields(Incident)}


def test_no_form_is_told_that_is_not_there():
    assert fate_of_fields().keys() == FORMS.keys()


def test_every_form_has_a_file_of_its_own():
    assert len({form.file for form in FORMS.values()}) == len(FORMS)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_same_incidents_give_the_same_bytes(form, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write_form(form, ALL, tmp_path / folder / form.file, Context())
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_nothing_to_write_is_a_file_all_the_same(form, tmp_path):
    write_form(form, [], tmp_path / form.file, Context())
    assert (tmp_path / form.file).exists()


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def named() -> list[Incident]:
    """Incidents of articles full of names: in titles, addresses, sources, texts."""
    coder = Coder.load()
    texts = [
        f"قُتل المدني {NAMES[0]} والطفلة {NAMES[1]} (7 سنوات) بقصف مدفعي لقوات النظام على بلدة كنصفرة بريف إدلب الجنوبي، بحسب الناشط {NAMES[3]}.",
        f"اعتقلت قسد القيادي {NAMES[2]} في مدينة الشحيل شرق دير الزور، وقال المتحدث {NAMES[3]} إن الحملة مستمرة.",
    ]
    found = []
    for n, text in enumerate(texts):
        record = {
            "id": str(n),
            "title": f"مقتل {NAMES[n]}",
            "text": text,
            "published": "2021-11-08",
            "outlet": "وكالة السهل",
        }
        record["url"] = f"https://outlet.example/{NAMES[n].replace(' ', '-')}"
        found += statements_of(coder.code(article_from_record(record)))
    incidents = [reconcile(cluster) for cluster in Linker().link(iter(found))]
    assert len(incidents) >= 2
    return incidents


def unpacked(path):
    """Give all bytes of a file, of archives what is in them."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return path.read_bytes()


def test_no_name_is_in_any_byte_that_the_public_gets(named, tmp_path):
    today = date(2022, 1, 1)
    for form in FORMS.values():
        write_form(form, prepare(named, PUBLIC, today), tmp_path / form.file, Context())
    for language in ("ar", "en"):
        told = story(figures(prepare(named, PUBLIC, today), Period.of("2021-11")), language, area_key=None)
        assert not any(part in str(told) for name in NAMES for part in name.split())
        for kind in KINDS:
            write_report(told, tmp_path / f"sitrep-{language}.{kind}")
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert len(files) > len(FORMS) + 5
    found = {(p.name, part) for p in files for name in NAMES for part in name.split() if part.encode() in unpacked(p)}
    assert found == set()
