"""The situation report: a period and an area in words, figures, a map and numbered sources, in Arabic and English."""

from waqai.publish.sitrep.figures import Figures, figures
from waqai.publish.sitrep.page import KINDS, write_report
from waqai.publish.sitrep.period import Period

__all__ = ["KINDS", "Figures", "Period", "figures", "write_report"]
