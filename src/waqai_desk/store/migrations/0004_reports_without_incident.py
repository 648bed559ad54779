"""Reports that are in no incident: the columns that the queue narrows and orders them by, and a person's word on one."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any, Final

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_FILLED: Final = ["place", "place_en", "killed_best", "wounded_best"]
_KINDS: Final = [
    ("edit", "Edit"), ("accept", "Accept"), ("reject", "Reject"), ("reopen", "Reopen"), ("merge", "Merge"), ("split", "Split"),
    ("publish", "Publish"), ("unpublish", "Unpublish"), ("hold", "Hold"), ("release", "Release"), ("comment", "Comment"),
    ("found", "Found"), ("teach", "Teach"), ("undo", "Undo"),
]  # fmt: skip


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the columns of the reports that are there, from their bodies."""
    model: Any = apps.get_model("store", "Report")
    rows = model.objects.using(editor.connection.alias)
    every = rows.order_by("pk").only("pk", "body").iterator(chunk_size=1000)
    while some := list(islice(every, 100)):
        for row in some:
            told = json.loads(row.body)
            row.place = _name(told["place"].get("name"))
            row.place_en = _name(told["place"].get("name_en"))
            row.killed_best, row.wounded_best = (_harm(told, kind) for kind in ("killed", "wounded"))
        rows.bulk_update(some, _FILLED)


def _name(said: str | None) -> str:
    return (said or "").replace("\x00", "")[:200]


def _harm(told: dict[str, Any], kind: str) -> int | None:
    rows = [row for row in told.get("harm", ()) if row["kind"] == kind]
    known = [n for n in (row["max"] if row["min"] is None else row["min"] for row in rows) if n is not None]
    return min(sum(known), 2**31 - 1) if known else None


def lock(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lock the log of decisions again where SQLite rebuilt its table, with the triggers of migration 0002."""
    if editor.connection.vendor != "sqlite":
        return
    for moment in ("UPDATE", "DELETE"):
        editor.execute(
            f"CREATE TRIGGER store_decision_no_{moment.lower()} BEFORE {moment} ON store_decision"
            " BEGIN SELECT RAISE(ABORT, 'a log is never changed: store_decision'); END"
        )


class Migration(migrations.Migration):
    """After the indexes; the log is locked again at the end, whichever way this goes."""

    dependencies = [("store", "0003_filter_indexes")]
    operations = [
        migrations.RunPython(migrations.RunPython.noop, lock),
        migrations.RemoveConstraint(model_name="decision", name="decision_kind_known"),
        migrations.AlterField(
            model_name="decision", name="kind", field=models.CharField(choices=_KINDS, max_length=12)
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", [kind for kind, _ in _KINDS])), name="decision_kind_known"
            ),
        ),
        migrations.AddField(
            model_name="report", name="place", field=models.CharField(blank=True, default="", max_length=200)
        ),
        migrations.AddField(
            model_name="report", name="place_en", field=models.CharField(blank=True, default="", max_length=200)
        ),
        migrations.AddField(model_name="report", name="killed_best", field=models.PositiveIntegerField(null=True)),
        migrations.AddField(model_name="report", name="wounded_best", field=models.PositiveIntegerField(null=True)),
        migrations.AddIndex(model_name="report", index=models.Index(fields=["state", "id"], name="report_state")),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(lock, migrations.RunPython.noop),
    ]
