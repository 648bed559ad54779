import pytest

from waqai.evaluate.cause import Cause, cause
from waqai.evaluate.record import ScoredDate, ScoredPlace, ScoredReport


def report(kind="Battles", name="تل القمر", day="2021-03-04", admin1="Hama"):
    return ScoredReport(
        event_type=kind, place=ScoredPlace(name=name, admin1=admin1, country="SY"), date=ScoredDate(day)
    )


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ([], Cause.SILENCE),
        ([report("Riots")], Cause.TYPE),
        ([report(day="2020-01-01")], Cause.DATE),
        ([report(name="عين السدر", admin1="Idlib")], Cause.PLACE),
        ([report(name="عين السدر")], Cause.TAKEN),
        ([report()], Cause.TAKEN),
        ([report("Riots", name="عين السدر")], Cause.ELSEWHERE),
    ],
)
def test_cause_names_the_nearest_obstacle(others, why):
    assert cause(report(), others) is why
