"""A report without an incident can be taken on too."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A report without an incident can be taken on too."""

    dependencies = [
        ("review", "0001_assignment"),
        ("store", "0004_reports_without_incident"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="report",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="assignment", to="store.report"
            ),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="incident",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="assignment", to="store.incident"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("incident", None), ("report", None), _connector="XOR"),
                name="assignment_of_one_thing",
            ),
        ),
    ]
