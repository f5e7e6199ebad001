"""The words of the recording screen, in both languages at once: a tablet offline changes its language by itself.

`{n}` and the like are filled in by the screen (`words.js`); `name_one` is the singular of `name` where it differs.
"""

from functools import cache

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

LANGUAGES = ("en", "es")

TRIES = {
    "got_it": _("Got it"),
    "not_yet": _("Not yet"),
    "none_yet": _("None yet"),
    "all_n_steps": _("All {n} steps"),
    "record_n_of": _("Record {n} of {all}"),
    "n_of_all": _("{n} of {all}"),
    "n_seconds": _("{n} s"),
    "n_a_minute": _("{n} a minute"),
    "n_minutes": _("{n} min"),
    "one_more": _("One more"),
    "one_less": _("One less"),
    "record": _("Record"),
    "start": _("Start"),
    "stop": _("Stop"),
    "asked": _("Asked"),
    "it_began": _("It began"),
    "tap_starts": _("The first tap starts the clock"),
    "how_much_help": _("How much help?"),
    "tries": _("{n} tries"),
    "tries_one": _("{n} try"),
    "no_try_yet": _("No try yet"),
    "last_time": _("Last time:"),
    "a_try": _("A try"),
    "goal_alone": _("Show this goal alone"),
    "all_goals": _("All goals"),
    "goals": _("Goals"),
    "goals_more": _("{n} more"),
    "goals_before": _("Back to {n}"),
    "no_goals_yet": _("No goal is open yet"),
}
VISIT = {
    "undo": _("Undo"),
    "taken_back": _("Taken back"),
    "taken_back_what": _("Taken back: {what}"),
    "take_back": _("Take back"),
    "recorded_so_far": _("Recorded so far"),
    "nothing_yet": _("Nothing yet. What you tap appears here."),
    "begun_timer": _("the clock that runs"),
    "begun_count": _("one counted"),
    "begun_tick": _("a ticked step"),
    "begun_activity": _("begun"),
    "finish": _("Finish"),
    "finish_title": _("Finish the visit?"),
    "finish_now": _("Finish the visit now"),
    "go_on": _("Go on recording"),
    "clocks_run": _("Still running and not recorded: {names}"),
    "n_responses": _("{n} responses"),
    "n_responses_one": _("{n} response"),
    "n_remarks": _("{n} remarks"),
    "n_remarks_one": _("{n} remark"),
    "n_activity_minutes": _("{n} min of activities"),
    "visit_begun": _("Visit begun"),
    "visit_finished": _("Visit finished"),
    "visit_finished_kept": _("The visit is finished. Everything recorded is kept."),
    "to_the_note": _("Read and sign the note"),
    "to_the_days": _("Back to the days"),
    "take_care": _("Take care"),
    "children_here": _("Children of this hour"),
    "what_we_do": _("What we do"),
    "planned": _("Planned"),
    "like_last_time": _("As last time"),
    "something_else": _("Something else"),
    "activity_name": _("Name of the activity"),
    "off_plan": _("Off plan"),
    "done_so_far": _("Done so far"),
    "remark": _("Remark"),
    "about": _("About"),
    "whole_visit": _("The whole visit"),
    "for_the_family": _("For the family, too"),
    "keep_remark": _("Keep the remark"),
    "an_entry": _("An entry"),
    "second_observer": _("Second observer"),
    "second_why": _(
        "Somebody else looks at the same tries and answers without seeing what was recorded. The note tells how far"
        " both agree."
    ),
    "who_looks_on": _("Who looks on"),
    "second_try": _("Try {n} of {all}"),
    "second_none": _("No try to answer just now."),
}
FEELING = {
    "how_is_the_child": _("How is the child?"),
    "strength_1": _("a little"),
    "strength_2": _("clearly"),
    "strength_3": _("strongly"),
    "what_helped": _("What helped?"),
    "nothing_more": _("Nothing more"),
    "childs_turn": _("The child's turn"),
    "childs_answer": _("The child's own answer"),
    "asked_felt": _("How did it feel?"),
    "asked_fun": _("{activity}: how was it?"),
    "asked_more": _("{activity}: more, or stop?"),
    "this_visit": _("Today"),
    "thank_you": _("Thank you!"),
}
DAYS = {
    "today": _("Today"),
    "still_open": _("Still open"),
    "no_visits_today": _("No visit is planned today. Visits you plan appear here by themselves."),
    "record_visit": _("Record"),
    "go_on_recording": _("Go on recording"),
    "finished": _("Finished"),
    "days_come": _("Your visits are on their way."),
    "days_need_network": _("Your visits come as soon as there is network."),
    "days_kept": _("Today and the next three days are ready on this device, with or without network."),
    "menu": _("Menu"),
    "to_today": _("All other pages"),
    "install": _("Put it on the home screen"),
    "back": _("Back"),
    "close": _("Close"),
    "new_version": _("A new version of this screen is ready."),
    "take_it": _("Take it now"),
    "no_script": _(
        "This screen needs JavaScript. The record page of each visit works without: open it from Today."
    ),
}
SAFE = {
    "keeping": _("Keeping it"),
    "all_safe": _("All safe"),
    "all_safe_kept": _("Everything you recorded is stored on the server."),
    "on_device": _("On this device: {n}"),
    "sending": _("Sending {n}"),
    "waiting_kept": _(
        "It is stored on this device and goes to the server by itself as soon as there is network."
    ),
    "device_full": _("Not stored: this device is full"),
    "device_trouble": _("Not stored yet: this device refuses"),
    "device_full_do": _(
        "What you tap stays on this page and is tried again every few seconds. Leave the page open and free some"
        " space: delete photos, videos or an app."
    ),
    "signed_out_kept": _("You are signed out. Everything is kept on this device; sign in and it is sent."),
    "somebody_else_kept": _("Somebody else is signed in. This belongs to {name} and waits for her."),
    "unreadable_kept": _("The server could not read what was sent. Everything is kept on this device."),
    "clock_wrong": _("The clock of this device is wrong by {n} minutes. The server puts the times right."),
    "where_is_it": _("Where is what I recorded?"),
    "send_now": _("Send now"),
    "send_again": _("Send again"),
    "seen": _("I have seen it"),
    "for_review": _("{n} for review"),
    "state_aside": _("Kept and set aside:"),
    "state_conflict": _("Kept twice, somebody decides:"),
    "state_refused": _("Not taken, kept here:"),
}
DOOR = {
    "sign_in": _("Sign in"),
    "sign_in_first": _("Sign in first"),
    "sign_in_first_why": _("After that this device holds your next visits and records without network."),
    "need_network": _("No network yet"),
    "need_network_why": _("Open this page once with network. After that it works without."),
    "try_again": _("Try again"),
    "one_moment": _("One moment"),
    "sign_out": _("Sign out"),
    "sign_out_unsent": _(
        "{n} entries are on this device only. Send them first; or sign out and they wait here, locked, until you"
        " sign in again on this device."
    ),
    "sign_out_unsent_one": _(
        "{n} entry is on this device only. Send it first; or sign out and it waits here, locked, until you sign in"
        " again on this device."
    ),
    "send_first": _("Send first"),
    "sign_out_anyway": _("Sign out, keep it here"),
    "stay": _("Stay"),
    "pin": _("PIN"),
    "pin_again": _("The same once more"),
    "pin_choose": _("PIN for this device"),
    "pin_why": _(
        "Without the PIN nobody can read what lies on this device, not even with its memory in hand. At least six"
        " characters. A forgotten PIN cannot be found again: what was not yet sent would be lost."
    ),
    "pin_when_sent": _("A PIN can be chosen with network and when everything is sent."),
    "pin_differ": _("The two are not the same."),
    "pin_keep": _("Keep the PIN"),
    "pin_ask": _("Type the PIN of this device."),
    "pin_open": _("Open"),
    "pin_wrong": _("That is not the PIN. Nothing is lost; try again."),
    "device_ended": _("This device was ended"),
    "device_ended_why": _("Everything it held is stored on the server, and nothing is left here."),
    "device_tablet": _("Tablet"),
    "device_phone": _("Phone"),
    "device_computer": _("Computer"),
}
WORDS = TRIES | VISIT | FEELING | DAYS | SAFE | DOOR


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every word by language and name."""
    return {language: _in(language) for language in LANGUAGES}


def _in(language: str) -> dict[str, str]:
    with override(language):
        return {name: str(words) for name, words in WORDS.items()}
