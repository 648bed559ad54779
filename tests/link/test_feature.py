import math
from datetime import timedelta

import numpy as np
import pytest

from statement_factory import DAY, on, statement, village
from waqai.link.feature import EXACT_DAY, FROM_PAGE, NO_DAY, ROUGH_DAY, SPAN, days_of, number_of, rows_of
from waqai.values import DatePrecision, DateValue, PlacePrecision

TODAY = DAY.toordinal()


@pytest.mark.parametrize(
    ("when", "days"),
    [
        (on(), (TODAY, TODAY, EXACT_DAY)),
        (on(precision=DatePrecision.APPROX), (TODAY, TODAY, ROUGH_DAY)),
        (DateValue(DAY, DAY + timedelta(1), DatePrecision.APPROX), (TODAY, TODAY + 1, ROUGH_DAY)),
        (DateValue(DAY, DAY + timedelta(4), DatePrecision.DAY), (TODAY, TODAY + 4, SPAN)),
        (DateValue(DAY, DAY, DatePrecision.WEEK), (TODAY, TODAY, SPAN)),
        (DateValue(), (TODAY - 3, TODAY, FROM_PAGE)),
    ],
)
def test_days_know_how_they_are_known(when, days):
    assert days_of(statement("a", date=when)) == days


def test_without_a_page_there_is_no_day():
    assert days_of(statement("a", date=DateValue(), published=None))[2] == NO_DAY


def test_a_village_with_its_parents_point_has_no_point():
    row = rows_of([statement("a", place=village(point_precision=PlacePrecision.GOVERNORATE))])
    assert math.isnan(row["lat"][0])
    assert row["fine"][0]


def test_a_row_depends_on_its_statement_alone():
    told = [statement("a"), statement("b", place=village("هجين"))]
    both, alone = rows_of(told), rows_of(told[1:])
    assert both.take(np.array([1]))["name"].tolist() == alone["name"].tolist()
    assert alone.beside(both)["name"].tolist() == [*alone["name"].tolist(), *both["name"].tolist()]


def test_numbers_are_the_same_on_every_machine():
    assert number_of("SY/Aleppo") == 1578761331412681163
    assert number_of("") == 0
