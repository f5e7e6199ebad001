"""A note or a summary as a tagged PDF (PDF/UA-1): the words go to the template as data, never as markup."""

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beadwork.notes.models import Note, VisitSummary
from beadwork.people.models import Credential
from beadwork.web.notes.page import MinutesShown, minutes_shown, signed_parts

PAPER = Path(__file__).parent / "paper.typ"
Document = dict[str, Any]


def as_pdf(document: Document, name: str) -> HttpResponse:
    """The document as a file to open or keep."""
    response = HttpResponse(made(document), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def made(document: Document) -> bytes:
    """The bytes of the PDF. A script no font on this machine has is kept as boxes, without the mark of PDF/UA-1."""
    said = {"document": "".join(map(_readable, json.dumps(document, ensure_ascii=False)))}
    try:
        return typst.compile(PAPER.read_bytes(), format="pdf", sys_inputs=said, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return typst.compile(PAPER.read_bytes(), format="pdf", sys_inputs=said)


def _readable(letter: str) -> str:
    """A picture sign by its name, for paper and for whoever has it read aloud."""
    if unicodedata.category(letter) != "So":
        return letter
    return f"[{unicodedata.name(letter, '?').lower()}]"


def note_document(note: Note) -> Document:
    """A signed note with its signatures and addenda: in the language it was signed in, its frame in the reader's."""
    visit = note.visit
    signatures = [_signature(_("Signed by"), _with_job(note), note.signed_at)]
    if hasattr(note, "co_signature"):
        signatures.append(
            _signature(_("Co-signed by"), note.co_signature.signed_by, note.co_signature.signed_at)
        )
    elif note.is_supervised:
        signatures.append(_("Waits for the signature of a therapist."))
    return _document(
        title=_("Visit note: %(child)s") % {"child": note.child.full_name},
        practice=str(note.practice),
        facts=[*_visit_facts(visit), (_("Born"), date_format(note.child.born_on))],
        parts=[(str(name), [_marked(line) for line in lines]) for name, lines in signed_parts(note) if lines],
        foot=[*signatures, _("Fingerprint %(mark)s") % {"mark": note.fingerprint}],
        said_in=note.language[:2],
        minutes=_minutes(minutes_shown(note)),
        after=[(_added(one.written_by, one.written_at), one.text) for one in note.addenda.all()],
    )


def summary_document(summary: VisitSummary) -> Document:
    """A visit in the family's words."""
    return _document(
        title=_("%(child)s’s visit") % {"child": summary.child},
        practice=str(summary.practice),
        facts=_visit_facts(summary.visit),
        parts=[(_("What we did and saw"), summary.sentences)],
    )


def _document(
    *, title: str, practice: str, facts: Any, parts: Any, foot: Any = (), after: Any = (), minutes: Any = None,
    said_in: str = "",
) -> Document:  # fmt: skip
    language = (get_language() or "en")[:2]
    return {
        "language": language, "said_in": said_in or language, "title": title, "practice": practice,
        "facts": list(facts), "parts": parts, "foot": list(foot), "after": list(after),
        "added": _("Added later"), "minutes": minutes,
    }  # fmt: skip


def _visit_facts(visit: Any) -> list[tuple[str, str]]:
    minutes = _("%(n)d min") % {"n": visit.minutes or 0}
    begun = date_format(localtime(visit.started_at), "DATETIME_FORMAT")
    return [
        (_("Visit"), f"{begun}, {minutes}"),
        (_("Place"), visit.get_place_display()),
        (_("With"), str(visit.staff)),
    ]


def _minutes(shown: MinutesShown | None) -> Document | None:
    """The table of minutes: its heads, its rows, and its sums."""
    if shown is None:
        return None
    sums = [(_("All of %(kind)s") % {"kind": kind}, str(n)) for kind, n in shown.kinds]
    sums.append((_("All activities"), str(shown.total)))
    return {
        "title": _("Minutes"), "heads": [_("Activity"), _("Kind"), _("Minutes")], "sums": sums,
        "rows": [(one["name"], one["kind"], str(one["minutes"])) for one in shown.rows],
    }  # fmt: skip


def _with_job(note: Note) -> str:
    """Who signed, with the credential of the visit's own therapist, or else the job she signed in."""
    staff = note.visit.staff
    is_licensed = staff.user_id == note.signed_by_id and staff.credential in (Credential.OTR, Credential.COTA)
    return f"{note.signed_by}, {staff.credential if is_licensed else note.get_role_display()}"


def _marked(line: dict[str, Any]) -> str:
    return line["text"] + (" " + _("[edited]") if line["edited"] else "")


def _signature(label: str, who: Any, at: datetime) -> str:
    return f"{label} {who}, {date_format(localtime(at), 'DATETIME_FORMAT')}"


def _added(who: Any, at: datetime) -> str:
    return f"{who}, {date_format(localtime(at), 'DATETIME_FORMAT')}"
