"""Every change of the notes room."""

from beadwork.notes.actions.asking import follow_payer, set_note_parts
from beadwork.notes.actions.signing import co_sign_note, sign_note
from beadwork.notes.actions.telling import release_summary
from beadwork.notes.actions.writing import MOST_ADDED, add_to_note, settle_line, write_line

__all__ = [
    "MOST_ADDED",
    "add_to_note",
    "co_sign_note",
    "follow_payer",
    "release_summary",
    "set_note_parts",
    "settle_line",
    "sign_note",
    "write_line",
]
