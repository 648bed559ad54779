"""The tables of the store, one noun a file; ``docs/reference/store.md`` says what each column means.

Outlet ◄── Article ◄── Report ◄── Link ──► Incident ◄── Decision
              │                                ▲
           Original                          Change
"""

from waqai_desk.store.models.article import Article
from waqai_desk.store.models.change import Change, ChangeKind
from waqai_desk.store.models.decision import Decision, DecisionKind
from waqai_desk.store.models.incident import Grade, Incident, IncidentActor, Review, Side
from waqai_desk.store.models.link import Block, Link
from waqai_desk.store.models.original import Original
from waqai_desk.store.models.outlet import Outlet
from waqai_desk.store.models.person import NameLook, Person
from waqai_desk.store.models.report import Report
from waqai_desk.store.models.run import Coding, Mark, Run
from waqai_desk.store.models.silence import Silence
from waqai_desk.store.models.team import TeamActor, TeamAlias, TeamPlace

__all__ = [
    "Article",
    "Block",
    "Change",
    "ChangeKind",
    "Coding",
    "Decision",
    "DecisionKind",
    "Grade",
    "Incident",
    "IncidentActor",
    "Link",
    "Mark",
    "NameLook",
    "Original",
    "Outlet",
    "Person",
    "Report",
    "Review",
    "Run",
    "Side",
    "Silence",
    "TeamActor",
    "TeamAlias",
    "TeamPlace",
]
