"""`./beadwork knowledge`: what changed, told for a clinician; and the commands around it."""

import pytest

from beadwork.cli import knowledge
from beadwork.cli.say import Stop
from beadwork.knowledge.diff import changes, told
from tests.knowledge.build import TINY, changed, tiny

pytestmark = pytest.mark.once
MOUSE = "activity/dressing/mouse.toml"


def test_a_text_that_changed_is_shown_before_and_after(tmp_path):
    other = changed(tmp_path, MOUSE, "Both thumbs inside?", "Are both thumbs inside?")
    text = told(changes(TINY, other.folder))
    assert text.splitlines() == [
        "0 items added, 0 taken out, 1 changed (0 of them in source, licence or review).", "",
        "Changed: activity mouse", "  watch 1.en",
        "    before: Both thumbs inside?", "    now:    Are both thumbs inside?",
    ]  # fmt: skip


def test_another_source_is_counted_apart(tmp_path):
    found = changes(TINY, changed(tmp_path, MOUSE, '["craft"]', '["jackman-2022"]').folder)
    assert [(change.where, change.before, change.after) for change in found] == [
        ("passport.sources 1", "craft", "jackman-2022")
    ]
    assert "1 of them in source" in told(found)


def test_what_was_added_and_what_was_taken_out_is_named(tmp_path):
    folder = tiny(tmp_path)
    (folder / MOUSE).unlink()
    assert "Taken out: activity mouse, “Mouse in the sock”" in told(changes(TINY, folder))
    assert "Added: activity mouse, “Mouse in the sock”" in told(changes(folder, TINY))


def test_a_line_that_is_gone_says_so(tmp_path):
    other = changed(tmp_path, MOUSE, ', { en = "Only the last pull.", es = "Solo el último tirón." }', "")
    text = told(changes(TINY, other.folder))
    assert "now it is gone" in text


def test_nothing_changed_is_said():
    assert told(changes(TINY, TINY)) == "Nothing changed."


def test_two_folders_or_two_revisions_are_compared(tmp_path, capsys):
    assert knowledge.run(["diff", str(TINY), str(tiny(tmp_path))]) == 0
    assert "Nothing changed." in capsys.readouterr().out
    assert knowledge.run(["diff", "HEAD", "HEAD"]) == 0
    with pytest.raises(Stop, match="neither a folder nor a revision"):
        knowledge.run(["diff", "HEAD", "no-such-revision"])


def test_the_content_of_this_version_has_no_errors(capsys):
    assert knowledge.run(["check"]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_an_unknown_command_shows_how_it_is_used():
    with pytest.raises(Stop, match="check"):
        knowledge.run(["horoscope"])


def test_version_and_compile_answer(capsys):
    assert knowledge.run(["version"]) == 0
    assert knowledge.run(["compile"]) == 0
    assert "items compiled" in capsys.readouterr().out
