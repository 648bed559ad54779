"""The whole store as one file that any of its databases can be made from again.

A packed file of JSON lines: a header (version, time, migrations), for each table a line with its fields and a line for each
row, and a last line with the counts, without which the file is not whole.
"""

from waqai_desk.backup.restore import restore
from waqai_desk.backup.write import backup

__all__ = ["backup", "restore"]
