"""What people may decide of incidents: each act adds to the log, and the incident is derived anew.

Every act takes ``seen``, the version that the person looked at. When the incident is another by then, ``StaleError`` is raised and
nothing is written: two people never overwrite each other unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from django.utils import timezone

from waqai import model
from waqai.errors import DecisionError, StaleError
from waqai_desk.accounts.models import User
from waqai_desk.store.derive import fields_of, print_of, read_value
from waqai_desk.store.entered import as_entered
from waqai_desk.store.lock import changing_incidents
from waqai_desk.store.models import Article, Decision, DecisionKind, Incident, Report, Review, Silence
from waqai_desk.store.place import keys_in, place_again
from waqai_desk.store.rebuild import found_from, free_id_for, rebuild
from waqai_desk.store.reports import write_entered
from waqai_desk.store.silent import article_print, stand
from waqai_desk.store.unplaced import report_print, take_up, without_incident


def edit(incident: Incident, who: User, field: str, value: Any, *, why: str = "", seen: int | None = None) -> Decision:
    """Set a field of ``derive.EDITABLE`` to a value in its JSON form; setting the sub-event type sets the type with it.

    Raises: DecisionError when that cannot be; StaleError.
    """
    with changing_incidents():
        row = _fresh(incident, seen)
        content = row.content()
        read_value(field, value, row.machine_content())
        old = msgspec.to_builtins(getattr(content, field))
        return _decide(DecisionKind.EDIT, row, who, why, {"field": field, "old": old, "value": value})


def accept(incident: Incident, who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """Take the incident as it stands: its values and its reports stay, whatever a later run says.

    Raises: StaleError.
    """
    with changing_incidents():
        row = _fresh(incident, seen)
        what = {"fields": fields_of(row.content()), "print": print_of(row.machine_content())}
        return _decide(DecisionKind.ACCEPT, row, who, why, what)


def reject(incident: Incident, who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """Say that this is no incident; its reports stay with it, so that no run founds it again.

    Raises: StaleError.
    """
    return _simple(DecisionKind.REJECT, incident, who, why, seen)


def reopen(incident: Incident, who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """Take acceptance or rejection off; edits stay.

    Raises: StaleError.
    """
    return _simple(DecisionKind.REOPEN, incident, who, why, seen)


def hold_back(incident: Incident, who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """Keep the incident from being published, whatever else allows it.

    Raises: StaleError.
    """
    return _simple(DecisionKind.HOLD, incident, who, why, seen)


def release(incident: Incident, who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """End a holding back.

    Raises: StaleError.
    """
    return _simple(DecisionKind.RELEASE, incident, who, why, seen)


def publish(incident: Incident, who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """Show the incident to the public as it stands; later changes are shown when it is published again.

    Raises: DecisionError when it is held back or rejected; StaleError.
    """
    with changing_incidents():
        row = _fresh(incident, seen)
        if row.is_held:
            raise DecisionError(f"{row.public_id} is held back: release it first")
        if row.review == Review.REJECTED:
            raise DecisionError(f"{row.public_id} was rejected: reopen it first")
        return _decide(DecisionKind.PUBLISH, row, who, why, {"body": row.body})


def unpublish(incident: Incident, who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """Take the incident back from the public.

    Raises: StaleError.
    """
    return _simple(DecisionKind.UNPUBLISH, incident, who, why, seen)


def comment(incident: Incident, who: User, why: str) -> Decision:
    """Say something about the incident; nothing else changes."""
    return _log(DecisionKind.COMMENT, who, incident, {}, why)


def merge(into: Incident, others: Sequence[Incident], who: User, *, why: str = "", seen: int | None = None) -> Decision:
    """Say that these are one incident: the first keeps its id and what people decided of it, the ids of the others lead to it.

    Raises: DecisionError when there is nothing to merge; StaleError.
    """
    with changing_incidents():
        row = _fresh(into, seen)
        rows = [_fresh(other, None) for other in others if other.pk != row.pk]
        if not rows:
            raise DecisionError("give at least one other incident to merge")
        return _decide(DecisionKind.MERGE, row, who, why, {"from": {o.public_id: keys_in(o) for o in rows}})


def split(
    incident: Incident, reports: Iterable[Report], who: User, *, why: str = "", seen: int | None = None
) -> Incident:
    """Say that these reports tell another incident than the rest, and give the new one.

    Raises: DecisionError when all or none of its reports are given; StaleError.
    """
    with changing_incidents():
        row = _fresh(incident, seen)
        keys = keys_in(row)
        moved = sorted({report.key for report in reports} & set(keys))
        if len(moved) in (0, len(keys)):
            raise DecisionError("give some of the incident's reports, not all and not none")
        new_id = free_id_for(moved)
        made = _log(DecisionKind.SPLIT, who, row, {"into": new_id, "moved": moved, "reports": keys}, why)
        found_from(moved, new_id, made)
        rebuild(*place_again(made), made)
    return Incident.objects.get(public_id=new_id)


def found(report: Report, who: User, *, why: str = "", seen: str | None = None) -> Incident:
    """Say that a report which is in no incident tells one, and give it; no run takes the report out of it again.

    seen: the ``report_print`` that the person looked at.
    Raises: StaleError when the report has an incident by now, or is another.
    """
    with changing_incidents():
        row = without_incident().select_related("article__outlet").filter(pk=report.pk).first()
        if row is None:
            raise StaleError(f"report {report.key} came into an incident in the meantime")
        if seen is not None and report_print(row) != seen:
            raise StaleError(f"report {report.key} was changed in the meantime")
        what = {"reports": [row.key], "was": row.state}
        made = take_up(row, lambda incident: _log(DecisionKind.FOUND, who, incident, what, why, report=row))
        rebuild(*place_again(made), made)
    assert made.incident is not None
    return Incident.objects.get(pk=made.incident.pk)


def enter(article: Article, who: User, report: model.Report, *, why: str = "", seen: str | None = None) -> Incident:
    """Say that an article tells this too, which the coder missed, and give its incident; no run changes or drops the report.

    report: each value with its words in ``evidence``. seen: the ``article_print`` that the person looked at.
    Raises: DecisionError when a value is none of the codebook's or points at no words; StaleError.
    """
    with changing_incidents():
        page = _page(article, seen)
        told = as_entered(page, report)
        row = write_entered(page, told)
        what = {"reports": [row.key], "report": msgspec.to_builtins(told), "digest": page.digest}
        made = take_up(row, lambda found: _log(DecisionKind.ENTER, who, found, what, why, report=row, article=page))
        rebuild(*place_again(made), made)
    assert made.incident is not None
    return Incident.objects.get(pk=made.incident.pk)


def tells_none(article: Article, who: User, *, why: str = "", seen: str | None = None) -> Decision:
    """Say that an article tells no incident: nobody is asked about it again while its text stays the same.

    Raises: DecisionError when the coder reads one in it; StaleError.
    """
    with changing_incidents():
        page = _page(article, seen)
        if not Silence.objects.filter(article=page).exists():
            raise DecisionError("the coder reads an incident in this page: reject that one")
        made = _log(DecisionKind.NOTHING, who, None, {"digest": page.digest}, why, article=page)
        stand(page)
    return made


def undo(decision: Decision, who: User, *, why: str = "") -> Decision:
    """Take a decision back; taking an undo back brings its decision into force again.

    Raises: DecisionError when it was taken back before.
    """
    with changing_incidents():
        if Decision.objects.filter(undoes=decision).exists():
            raise DecisionError("this decision was taken back before")
        page = decision.article
        made = _log(DecisionKind.UNDO, who, decision.incident, {}, why, undoes=decision, article=page)
        rebuild(*place_again(decision), made)
        if page is not None:
            stand(page)
    return made


def _simple(kind: DecisionKind, incident: Incident, who: User, why: str, seen: int | None) -> Decision:
    with changing_incidents():
        return _decide(kind, _fresh(incident, seen), who, why, {})


def _decide(kind: DecisionKind, row: Incident, who: User, why: str, what: dict[str, Any]) -> Decision:
    """Log a decision with the reports that it is about, and derive what follows."""
    made = _log(kind, who, row, what | {"reports": keys_in(row)}, why)
    rebuild(*place_again(made), made)
    return made


def _fresh(incident: Incident, seen: int | None) -> Incident:
    """Give the row as it is now.

    Raises: StaleError when it is another than the person saw.
    """
    row = Incident.objects.select_related("merged_into").get(pk=incident.pk)
    if row.merged_into is not None:
        raise StaleError(f"{row.public_id} was merged into {row.merged_into.public_id} in the meantime")
    if seen is not None and row.version != seen:
        raise StaleError(f"{row.public_id} was changed in the meantime: you saw version {seen}, it is {row.version}")
    return row


def _page(article: Article, seen: str | None) -> Article:
    """Give the article as it is now.

    Raises: StaleError when it is another than the person saw.
    """
    row = Article.objects.select_related("outlet").get(pk=article.pk)
    if seen is not None and article_print(row) != seen:
        raise StaleError(f"article {row.key} was read anew, or decided on, in the meantime")
    return row


def _log(
    kind: DecisionKind,
    who: User,
    row: Incident | None,
    what: dict[str, Any],
    why: str,
    **about: Any,
) -> Decision:
    """Add to the log; ``about`` is ``undoes``, ``report`` or ``article`` where the decision is about one."""
    return Decision.objects.create(at=timezone.now(), who=who, kind=kind, incident=row, what=what, why=why, **about)
