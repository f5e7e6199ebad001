"""What happened, in words a family or an auditor understands."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "read": _("read"),
    "added": _("added"),
    "changed": _("changed"),
    "noted": _("noted"),
    "ended": _("ended"),
    "given": _("gave"),
    "withdrawn": _("withdrew"),
    "joined": _("joined"),
    "left": _("left"),
    "begun": _("began"),
    "started": _("started"),
    "finished": _("finished"),
    "opened": _("opened"),
    "taken": _("took in"),
    "recorded": _("recorded"),
    "planned": _("planned"),
    "cancelled": _("cancelled"),
    "written": _("wrote"),
    "signed": _("signed"),
    "agreed": _("agreed to"),
    "shared": _("shared"),
    "closed": _("closed"),
    "told": _("told"),
    "sent": _("sent"),
    "asked": _("asked"),
    "answered": _("answered"),
    "saved": _("kept"),
}
THINGS = {
    "child": _("the child's page"),
    "fact": _("a fact"),
    "childfact": _("a fact"),
    "guardianship": _("a guardian's rights"),
    "consent": _("a consent"),
    "careteam": _("the care team"),
    "schooling": _("the school"),
    "concern": _("a worry"),
    "referral": _("a referral"),
    "evaluation": _("the evaluation"),
    "interview": _("the interview"),
    "observations": _("the tasks"),
    "profile": _("the profile"),
    "plan": _("the plan"),
    "goal": _("a goal"),
    "visit": _("a visit"),
    "occasion": _("an occasion"),
    "attempts": _("attempts"),
    "responses": _("how the child was"),
    "remarks": _("remarks"),
    "activities": _("activities"),
    "routine": _("a practice for home"),
    "home-day": _("a day at home"),
    "message": _("a message"),
    "conversation": _("the conversation"),
    "class-help": _("what helps in class"),
    "class-question": _("a question to the class"),
    "class-answer": _("an answer from the class"),
}


def say_event(what: str) -> str:
    """`goal.read` as "read a goal"; a word we have no other for as it is."""
    thing, _dot, verb = what.partition(".")
    return f"{VERBS.get(verb, verb)} {THINGS.get(thing, thing)}"
