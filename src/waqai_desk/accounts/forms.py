"""Forms of the accounts."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib.auth.forms import BaseUserCreationForm
from django.utils.translation import gettext_lazy as _

from waqai_desk.accounts.models import User
from waqai_desk.accounts.rights import ROLE_LABELS

SCOPES: Final = (
    ("incidents", _("read incidents and what becomes of them")),
    ("reports", _("read what each article says")),
)


class JoinForm(BaseUserCreationForm):  # type: ignore[type-arg]
    """A name and a password for whoever follows an invitation."""

    class Meta:
        """Only these two; the role stands in the invitation."""

        model = User
        fields = ("username",)


class InviteForm(forms.Form):
    """Whom to invite as what."""

    role = forms.ChoiceField(label=_("Role"), choices=[(r.value, label) for r, label in ROLE_LABELS.items()])
    sees_names = forms.BooleanField(label=_("may see persons' names"), required=False)
    note = forms.CharField(label=_("Note for the log, no names"), max_length=120, required=False)


class MemberForm(forms.ModelForm):  # type: ignore[type-arg]
    """What an administrator may change about a member."""

    class Meta:
        """Role, right and whether they are still here."""

        model = User
        fields = ("role", "sees_names", "is_active")


class TokenForm(forms.Form):
    """A key for a program."""

    label = forms.CharField(label=_("For what"), max_length=80)
    scopes = forms.MultipleChoiceField(
        label=_("Scopes"), choices=SCOPES, widget=forms.CheckboxSelectMultiple, initial=["incidents"]
    )
    days = forms.IntegerField(label=_("Days until it ends"), min_value=1, max_value=366, initial=90)

    def fields_for_token(self) -> dict[str, Any]:
        """Give what the token keeps of the form."""
        return {"label": self.cleaned_data["label"], "scopes": " ".join(sorted(self.cleaned_data["scopes"]))}
