from statement_factory import killed, statement
from waqai.link.grade import grade_of


def grade(*pages: dict) -> tuple[str, str]:
    told = [statement(str(i), **({"outlet": f"outlet {i}"} | p)) for i, p in enumerate(pages)]
    return grade_of(told, [s.outlet or "" for s in told])


def test_one_witness_is_weak_however_many_pages():
    assert grade({})[0] == "weak"
    assert grade({"outlet": "agency"}, {"outlet": "agency"}) == ("weak", "2 pages, but all lean on one witness")


def test_two_independent_witnesses_are_fair():
    assert grade({}, {}) == ("fair", "told by 2 witnesses that do not lean on each other, and by nobody denied")


def test_the_doers_word_confirms():
    assert grade({"sources": ("قيادة عملية العزم الصلب",)}) == ("confirmed", "COALITION, who did it, says so")


def test_what_the_doer_denies_it_does_not_confirm():
    told = grade({}, {}, {"sources": ("قيادة عملية العزم الصلب",), "status": "denied"})
    assert told == ("contested", "reported by 2 witnesses, denied by 1 witness")


def test_rival_sides_contest():
    told = grade({"initiators": ("TURKEY_MIL",)}, {"initiators": ("SYR_GOV",)})
    assert told == ("contested", "independent witnesses name rival sides: TURKEY_MIL and SYR_GOV")


def test_kin_are_no_rivals_and_nobody_rivals_nobody():
    assert grade({"initiators": ("COALITION",)}, {"initiators": ("US_MIL",)}, {"initiators": ("UNKNOWN",)})[0] == "fair"


def test_the_two_sides_of_a_clash_are_no_rivals():
    told = grade({"initiators": ("SDF",), "targets": ("SNA",)}, {"initiators": ("SNA",), "targets": ("SDF",)})
    assert told[0] == "fair"


def test_what_is_denied_as_often_as_told_is_discounted():
    assert grade({}, {"status": "denied"}) == ("discounted", "denied by 1 witness, reported by 1 witness")


def test_dead_who_were_fighters_discount():
    fighters = {"harm": (killed(3, 3, "combatants"),)}
    assert grade({"harm": (killed(3, 3),)}, fighters, fighters)[0] == "discounted"
    assert grade(fighters, fighters)[0] == "fair"
