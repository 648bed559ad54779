"""An index for every filter."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index for every filter."""

    dependencies = [
        ("store", "0002_search_and_logs"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["sub_event_type", "-date_start"], name="incident_sub_type"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["status", "-date_start"], name="incident_status"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["place"], name="incident_place"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["place_en"], name="incident_place_en"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["wounded_best", "-date_start"], name="incident_wounded"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["witnesses", "-date_start"], name="incident_witnesses"),
        ),
    ]
