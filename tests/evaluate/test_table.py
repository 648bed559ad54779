from waqai.evaluate import load_reports, score, show_score


def test_show_score_writes_figures_types_causes_and_as_many_misses_as_asked(root):
    cases = root / "tests/cases/evaluate"
    result = score(load_reports(cases / "gold.jsonl"), load_reports(cases / "system.jsonl"))
    lines = list(show_score(result, misses=2))
    assert "macro_f1               0.547" in lines
    assert any(line.startswith("Riots") for line in lines) is False
    assert sum(line.startswith("Protests ") for line in lines) == 1
    assert {"missed: 4", "spurious: 4"} <= set(lines)
    assert sum(line.startswith(("missed    ", "spurious  ")) for line in lines) == 4
    assert (
        "missed    other-type: Arrests, 2021-03-04, وادي الرمان (the place is there, the event type is another)"
        in lines
    )
