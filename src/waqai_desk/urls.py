"""Which address leads where; ``waqai_desk.web.rules`` says who may go there."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, URLResolver, path

from waqai_desk.accounts import views as accounts
from waqai_desk.api.root import api
from waqai_desk.explore import search
from waqai_desk.explore import views as explore
from waqai_desk.public import views as public
from waqai_desk.reading import views as reading
from waqai_desk.review import acts, edit, entry, incident, queue, report_acts, silent, unplaced
from waqai_desk.teach import views as teach
from waqai_desk.web import views as web

urlpatterns: list[URLPattern | URLResolver] = [
    path("", web.home, name="home"),
    path("language/", web.language, name="language"),
    path("health/", web.health, name="health"),
    # Accounts: allauth's own views where it has them.
    path("join/<str:secret>/", accounts.join, name="join"),
    path("account/", accounts.account, name="account"),
    path("account/log-in/", account.login, name="account_login"),
    path("account/log-out/", account.logout, name="account_logout"),
    path("account/sign-up/", account.signup, name="account_signup"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/again/", account.reauthenticate, name="account_reauthenticate"),
    path("account/two-factor/", factors.index, name="mfa_index"),
    path("account/two-factor/log-in/", factors.authenticate, name="mfa_authenticate"),
    path("account/two-factor/again/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("account/two-factor/activate/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/two-factor/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/two-factor/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/two-factor/codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/two-factor/codes/file/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/keys/", accounts.token_make, name="token_make"),
    path("account/keys/<int:pk>/revoke/", accounts.token_revoke, name="token_revoke"),
    path("members/", accounts.members, name="members"),
    path("members/invite/", accounts.invite, name="invite"),
    path("members/<int:pk>/", accounts.member, name="member"),
    path("audit/", accounts.audit, name="audit"),
    path("permissions/", accounts.permissions, name="permissions"),
    # Reading.
    path("queue/", queue.queue, name="queue"),
    path("queue/reports/", unplaced.queue, name="queue_reports"),
    path("queue/pages/", silent.queue, name="queue_pages"),
    path("search/", search.search, name="search"),
    path("incidents/", explore.incidents, name="incidents"),
    path("incidents/charts/", explore.charts, name="incidents_charts"),
    path("incidents/points.json", explore.points, name="incidents_points"),
    path("incidents/file.<str:form>", explore.download, name="incidents_download"),
    path("articles/<int:pk>/", reading.article, name="article"),
    path("articles/<int:pk>/names/", reading.names, name="names"),
    path("articles/<int:pk>/enter/", entry.enter, name="enter"),
    path("articles/<int:pk>/none/", silent.tells_none, name="tells_none"),
    path("articles/<int:pk>/undo/", silent.undo, name="article_undo"),
    path("teach/", teach.teach, name="teach"),
    path("teach/place/", teach.place, name="teach_place"),
    path("teach/actor/", teach.actor, name="teach_actor"),
    path("api/", api.urls),
    # Everyone.
    path("public/", public.public, name="public"),
    path("public/points.json", public.points, name="public_points"),
    path("public/feed.atom", public.feed, name="public_feed"),
    path("public/incidents/<str:public_id>/", public.incident, name="public_incident"),
    # One incident, and what can be decided about it.
    path("incidents/<str:public_id>/", incident.incident, name="incident"),
    path("incidents/<str:public_id>/edit/", edit.edit, name="edit"),
    path("incidents/<str:public_id>/accept/", acts.accept, name="accept"),
    path("incidents/<str:public_id>/reject/", acts.reject, name="reject"),
    path("incidents/<str:public_id>/undo/", acts.undo, name="undo"),
    path("incidents/<str:public_id>/comment/", acts.comment, name="comment"),
    path("incidents/<str:public_id>/assign/", acts.assign, name="assign"),
    path("incidents/<str:public_id>/merge/", acts.merge, name="merge"),
    path("incidents/<str:public_id>/split/", acts.split, name="split"),
    path("incidents/<str:public_id>/publish/", acts.publish, name="publish"),
    path("incidents/<str:public_id>/retract/", acts.retract, name="retract"),
    # One report that is in no incident.
    path("reports/<str:key>/", unplaced.report, name="report"),
    path("reports/<str:key>/accept/", report_acts.accept, name="report_accept"),
    path("reports/<str:key>/reject/", report_acts.reject, name="report_reject"),
    path("reports/<str:key>/edit/", report_acts.edit, name="report_edit"),
    path("reports/<str:key>/assign/", report_acts.assign, name="report_assign"),
]
