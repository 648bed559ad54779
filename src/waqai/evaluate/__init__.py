"""The codebook's score (section 5), for a team's own gold."""

from waqai.evaluate.part import Part
from waqai.evaluate.record import ScoredReport, load_reports
from waqai.evaluate.score import Score, score
from waqai.evaluate.table import show_score

__all__ = ["Part", "Score", "ScoredReport", "load_reports", "score", "show_score"]
