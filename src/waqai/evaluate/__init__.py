"""The codebook's score, for a team's own gold."""

from waqai.evaluate.score import Score, load_reports, score

__all__ = ["Score", "load_reports", "score"]
