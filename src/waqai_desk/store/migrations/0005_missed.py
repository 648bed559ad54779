"""What the coder missed: pages without reports, and a person's word on a page."""

from __future__ import annotations

from typing import Final

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_KINDS: Final = [
    ("edit", "Edit"), ("accept", "Accept"), ("reject", "Reject"), ("reopen", "Reopen"), ("merge", "Merge"), ("split", "Split"),
    ("publish", "Publish"), ("unpublish", "Unpublish"), ("hold", "Hold"), ("release", "Release"), ("comment", "Comment"),
    ("found", "Found"), ("enter", "Enter"), ("nothing", "Nothing"), ("teach", "Teach"), ("undo", "Undo"),
]  # fmt: skip


def lock(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lock the log of decisions again where SQLite rebuilt its table, with the triggers of migration 0002."""
    if editor.connection.vendor != "sqlite":
        return
    for moment in ("UPDATE", "DELETE"):
        editor.execute(
            f"CREATE TRIGGER IF NOT EXISTS store_decision_no_{moment.lower()} BEFORE {moment} ON store_decision"
            " BEGIN SELECT RAISE(ABORT, 'a log is never changed: store_decision'); END"
        )


class Migration(migrations.Migration):
    """A table of its own for silent pages; the log is locked again at the end, whichever way this goes."""

    dependencies = [("store", "0004_reports_without_incident")]
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
            model_name="decision",
            name="article",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="store.article",
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="coding",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="store.coding"
            ),
        ),
        migrations.CreateModel(
            name="Silence",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="silence",
                        serialize=False,
                        to="store.article",
                    ),
                ),
                ("words", models.JSONField(default=dict)),
                ("acts", models.PositiveIntegerField()),
                ("harms", models.PositiveIntegerField()),
                (
                    "tells_none",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.decision",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["tells_none", "-acts", "-harms", "-article"], name="silence_queue")]
            },
        ),
        migrations.RunPython(lock, migrations.RunPython.noop),
    ]
