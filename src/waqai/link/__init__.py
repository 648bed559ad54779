"""Many reports, one incident: statements compared, clustered, and reconciled with who says what.

    Report + its page = Statement ──block──► pairs ──compare──► weights ──cluster──► reconcile ──► Incident

Pure: no database, no clock. A store asks ``Linker.relink`` with its own ``Pool``.
"""

from waqai.link.linker import Cluster, Judgements, Keys, Linker, Pool, keys_of
from waqai.link.reconcile import reconcile
from waqai.link.statement import Statement, statements_of, statements_of_line
from waqai.link.weight import Reason, Weights

__all__ = [
    "Cluster",
    "Judgements",
    "Keys",
    "Linker",
    "Pool",
    "Reason",
    "Statement",
    "Weights",
    "keys_of",
    "reconcile",
    "statements_of",
    "statements_of_line",
]
