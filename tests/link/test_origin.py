import pytest

from near_copy_signatures import COPY, OWN, TEXT
from statement_factory import statement
from waqai.link.origin import Voices, origins_of


def origins(*pages: dict) -> list[str]:
    return origins_of([statement(str(i), **page) for i, page in enumerate(pages)])


def test_pages_of_their_own_are_witnesses_of_their_own():
    assert len(set(origins({"outlet": "one"}, {"outlet": "two"}))) == 2


def test_two_pages_of_one_outlet_are_one_witness():
    assert len(set(origins({"url": "https://example.org/1"}, {"url": "https://www.example.org/2"}))) == 1


def test_whoever_cites_the_same_source_is_the_same_witness():
    cited = ("المرصد السوري لحقوق الإنسان",)
    told = origins(
        {"outlet": "one", "sources": cited},
        {"outlet": "two", "sources": ("المرصد السوري",)},
        {"outlet": "SOHR", "url": "https://www.syriahr.com/1"},
    )
    assert told == ["syriahr.com"] * 3


@pytest.mark.parametrize("nobody", ["مصادر محلية", "مراسلنا", "ناشطون", "شهود عيان"])
def test_a_source_without_a_name_is_the_outlets_own_word(nobody):
    assert len(set(origins({"outlet": "one", "sources": (nobody,)}, {"outlet": "two", "sources": (nobody,)}))) == 2


def test_an_outlet_that_cites_itself_and_others_tells_it_itself():
    assert origins({"outlet": "one", "sources": ("one", "المرصد السوري")}) == ["one"]


def test_a_copy_is_the_witness_it_copies():
    told = origins(
        {"outlet": "one", "signature": TEXT},
        {"outlet": "two", "signature": COPY},
        {"outlet": "three", "signature": OWN},
    )
    assert told == ["one", "one", "three"]


def test_nobodys_page_is_its_own_witness():
    assert origins({"outlet": None}, {"outlet": None}) == ["0", "1"]


def test_sides_have_voices():
    assert Voices.load().sides_of(["وزارة الدفاع التركية", "المرصد السوري"]) == {"TURKEY_MIL"}
