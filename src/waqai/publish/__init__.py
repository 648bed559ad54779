"""Incidents into what others read: ACLED- and UCDP-shaped tables, PLOVER, HXL, GeoJSON, Parquet, reports."""

from waqai.publish.form import Context, Form
from waqai.publish.forms import FORMS
from waqai.publish.profile import Profile, prepare

__all__ = ["FORMS", "Context", "Form", "Profile", "prepare"]
