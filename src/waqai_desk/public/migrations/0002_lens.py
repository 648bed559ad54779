"""The index that lists are read from; ``waqai_desk.public.lens`` says why it is no index of the store's own."""

from django.db import migrations

from waqai_desk.public.lens import MAKE, UNMAKE


class Migration(migrations.Migration):
    """After the tables of both."""

    dependencies = [("public", "0001_published"), ("store", "0002_search_and_logs")]
    operations = [migrations.RunSQL(MAKE, UNMAKE)]
