"""Addresses of the people room."""

from django.urls import path

from beadwork.web.people import account, around, child, children, facts, history, practice

CHILD = "children/<slug:slug>/"

urlpatterns = [
    path("", account.home, name="home"),
    path("settings/", account.settings, name="settings"),
    path("settings/language", account.language, name="set_language"),
    path("jump", account.jump, name="jump"),
    path("children/", children.children, name="children"),
    path("children/new", children.new, name="child-new"),
    path("children/children.csv", children.export, name="children-data"),
    path(CHILD, child.child, name="child"),
    path(f"{CHILD}edit", children.edit, name="child-edit"),
    path(f"{CHILD}facts", facts.facts, name="facts"),
    path(f"{CHILD}facts/<uuid:fact>/end", facts.end, name="fact-end"),
    path(f"{CHILD}people/", around.around, name="people-around"),
    path(f"{CHILD}people/family", around.add_guardian, name="guardian-new"),
    path(f"{CHILD}people/family/<uuid:bond>/rights", around.rights, name="guardian-rights"),
    path(f"{CHILD}people/family/<uuid:bond>/end", around.end_bond, name="guardian-end"),
    path(f"{CHILD}people/team", around.join, name="team-join"),
    path(f"{CHILD}people/team/<uuid:member>/end", around.leave, name="team-leave"),
    path(f"{CHILD}people/consents", around.consent, name="consent-give"),
    path(f"{CHILD}people/consents/<uuid:consent>/end", around.withdraw, name="consent-withdraw"),
    path(f"{CHILD}people/school", around.school, name="school-enrol"),
    path(f"{CHILD}people/school/<uuid:schooling>/end", around.leave_school, name="school-end"),
    path(f"{CHILD}history/", history.history, name="history"),
    path("practice/", practice.practice, name="practice"),
    path("practice/staff/new", practice.hire, name="staff-hire"),
    path("practice/caregivers/<uuid:caregiver>/let-in", practice.let_in, name="caregiver-let-in"),
    path("practice/staff/<uuid:job>/end", practice.end, name="staff-end"),
]
