"""Reports that are in no incident: the columns that the queue narrows and orders them by, and a person's word on one."""

from __future__ import annotations

import json
from typing import Any, Final

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_FILL: Final = "UPDATE store_report SET place = %s, place_en = %s, killed_best = %s, wounded_best = %s WHERE id = %s"
_AT_ONCE: Final = 2000
_KINDS: Final = [
    ("edit", "Edit"), ("accept", "Accept"), ("reject", "Reject"), ("reopen", "Reopen"), ("merge", "Merge"), ("split", "Split"),
    ("publish", "Publish"), ("unpublish", "Unpublish"), ("hold", "Hold"), ("release", "Release"), ("comment", "Comment"),
    ("found", "Found"), ("teach", "Teach"), ("undo", "Undo"),
]  # fmt: skip


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the columns of the reports that are there, from their bodies."""
    model: Any = apps.get_model("store", "Report")
    rows = model.objects.using(editor.connection.alias)
    last = 0
    while some := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", "body")[:_AT_ONCE]):
        with editor.connection.cursor() as cursor:
            cursor.executemany(_FILL, [(*_columns(json.loads(body)), pk) for pk, body in some])
        last = some[-1][0]


def _columns(told: dict[str, Any]) -> tuple[str, str, int | None, int | None]:
    place = told["place"]
    return _name(place.get("name")), _name(place.get("name_en")), _harm(told, "killed"), _harm(told, "wounded")


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
