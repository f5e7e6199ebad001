"""What `./beadwork knowledge check` refuses: each rule, broken once."""

from datetime import date

import pytest

from beadwork.knowledge import Library
from beadwork.knowledge.checks import check
from beadwork.knowledge.checks.graph import cycle
from tests.knowledge.build import TINY, TODAY, changed, found, tiny

pytestmark = pytest.mark.once
MOUSE, GOAL, PATH = "activity/dressing/mouse.toml", "goal/dressing.toml", "path/socks.toml"
NOBODY = 'reviewed_by = ""\nreviewed_on = ""'


def _reviewed(who: str, on: str) -> str:
    return f'reviewed_by = "{who}"\nreviewed_on = "{on}"'


BROKEN = {
    "a passport without a source": (MOUSE, 'sources = ["craft"]\n', "", "sources is missing"),
    "a passport without a licence": (MOUSE, 'licence = "CC BY 4.0"\n', "", "licence is missing"),
    "a licence nobody may use": (MOUSE, "CC BY 4.0", "All rights reserved", "licence: one of"),
    "a field that is missing": (MOUSE, 'energy = "steadies"\n', "", "energy is missing"),
    "a field nobody knows": (MOUSE, "energy =", 'colour = "red"\nenergy =', "no field colour"),
    "too few of something": (MOUSE, ', "sock", "pull"]', "]", "icons: write a list of at least 3"),
    "a number for a word": (MOUSE, 'energy = "steadies"', "energy = 3", "write some text"),
    "a word for a number": (MOUSE, "minutes = 3", 'minutes = "three"', "whole number from 1 to 5"),
    "a span the wrong way round": (MOUSE, "[5, 10]", "[10, 5]", "above the second"),
    "a language that is missing": (MOUSE, ', es = "El ratón en el calcetín" }', " }", "both languages"),
    "a text that was only copied": (MOUSE, "Su niño lo sube.", "Your child pulls it up.", "are the same"),
    "a text in the wrong language": (
        MOUSE, "Dos pulgares abren un calcetín, en la mano antes que en el pie.",
        "Two thumbs open the sock, first on the hand and then on the foot.", "reads like the other language",
    ),
    "a review without a day": (MOUSE, 'reviewed_by = ""', 'reviewed_by = "ruth"', "come together"),
    "a day without a reviewer": (MOUSE, 'reviewed_on = ""', 'reviewed_on = "2026-05-01"', "come together"),
    "a reviewer nobody knows": (MOUSE, NOBODY, _reviewed("eve", "2026-05-01"), "no reviewer eve"),
    "a review in the future": (MOUSE, NOBODY, _reviewed("ruth", "2027-01-01"), "not come yet"),
    "a day that is none": (MOUSE, "2027-11-01", "next autumn", "write a day as"),
    "a word no vocabulary has": (MOUSE, '"clinic", "home"', '"clinic", "moon"', "words/setting has no word moon"),
    "a link to nothing": (GOAL, 'icf = ["d540"]', 'icf = ["d999"]', "no icf d999"),
    "a step that is not there": (MOUSE, "socks/heel", "socks/toe", "no step socks/toe"),
    "a source that is not there": (MOUSE, '["craft"]', '["hearsay"]', "no source hearsay"),
    "a slug with capitals": (MOUSE, 'slug = "mouse"', 'slug = "Mouse"', "small letters"),
    "a family text that is too hard": (
        MOUSE, "Stop after one good pull.",
        "Discontinue immediately whenever proprioceptive frustration becomes apparent. Encourage intermittent "
        "recuperation opportunities. Facilitate independent participation subsequently. Celebrate "
        "incremental achievements. "
        "Continue collaborating appreciatively.", "families read this (en)",
    ),
    "a Spanish family text that is too hard": (
        MOUSE, "Pare después de un buen tirón.",
        "Interrumpa inmediatamente la actividad propioceptiva. Facilite posteriormente oportunidades "
        "individualizadas de recuperación. Identifique comportamientos característicos. Intensifique "
        "progresivamente la participación "
        "independiente. Documente sistemáticamente las observaciones correspondientes.", "families read this (es)",
    ),
    "a family sentence that is too long": (
        MOUSE, "Stop after one good pull.",
        "Stop when you see that it is no fun and the sock is half on and the bus is near and you are both a bit "
        "sad and it is late.", "make two",
    ),
    "a word not said of a child": (MOUSE, "Both thumbs inside?", "Is there a delay?", "“delay” is not said here"),
    "a promise about a child": (MOUSE, "Both thumbs inside?", "He will never do it?", "“will never” is not said here"),
    "a normal child": (MOUSE, "Both thumbs inside?", "As a normal child does?", "“normal child”"),
    "the same in Spanish": (MOUSE, "¿Los dos pulgares dentro?", "¿Hay un retraso?", "“retraso” is not said here"),
    "a Spanish never": (MOUSE, "¿Los dos pulgares dentro?", "¿Nunca podrá?", "“Nunca podrá” is not said here"),
    "steps in a circle": (PATH, 'slug = "off"\n', 'slug = "off"\nneeds = ["socks/both"]\n', "in a circle"),
    "a step twice": (PATH, 'slug = "both"', 'slug = "heel"', "stands there twice"),
    "a target off the scale": (GOAL, "target = 2", "target = 3", "lie on the scale"),
    "a target that is no gain": (GOAL, "target = 2", "target = 1", "better than every usual baseline"),
    "a goal without the child": (GOAL, "{child} puts on", "He puts on", "name the child as {child}"),
    "steps without words": (GOAL, "high = 2", "high = 4", "as many points"),
    "levels that are not five": (GOAL, 'scale = "steps"', 'scale = "attainment"', "has five"),
}  # fmt: skip


def test_the_tiny_content_has_nothing_to_mend():
    assert found(Library(TINY)) == []


@pytest.mark.parametrize(("file", "old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_named(tmp_path, file, old, new, says):
    findings = found(changed(tmp_path, file, old, new))
    assert any(says in str(finding) and finding.is_error for finding in findings), findings


@pytest.mark.parametrize(
    ("on", "is_error"), [(date(2027, 9, 1), None), (date(2027, 9, 2), False), (date(2027, 11, 1), True)]
)
def test_a_review_is_told_sixty_days_before_and_fails_when_it_is_due(on, is_error):
    reviews = [finding for finding in found(Library(TINY), on) if "review" in finding.says]
    assert {finding.is_error for finding in reviews} == (set() if is_error is None else {is_error})


def test_an_activity_that_is_another_with_a_noun_changed_is_found(tmp_path):
    folder = tiny(tmp_path)
    text = (folder / MOUSE).read_text(encoding="utf-8").replace('slug = "mouse"', 'slug = "bear"')
    copy = text.replace("mouse", "bear").replace("Mouse", "Bear").replace("ratón", "oso")
    (folder / "activity/dressing/bear.toml").write_text(copy, encoding="utf-8")
    assert any("nearly the same as" in finding.says for finding in found(Library(folder)))


def test_a_file_of_no_kind_is_named(tmp_path):
    folder = tiny(tmp_path)
    (folder / "horoscope.toml").write_text("", encoding="utf-8")
    assert [finding.where for finding in found(Library(folder))] == ["horoscope.toml"]


def test_a_file_that_is_no_toml_is_named(tmp_path):
    findings = found(changed(tmp_path, MOUSE, "areas = [", "areas = ["[:-1]))
    assert any("mouse.toml" in str(finding) for finding in findings)


def test_gaps_in_the_cover_fail(tmp_path):
    gaps = check(Library(TINY), on=TODAY)
    assert all(gap.is_error for gap in gaps)
    said = [gap.says for gap in gaps]
    assert said == ["1 activities serve it at age band toddler; 3 are wanted"]
    lonely = changed(tmp_path, MOUSE, 'steps = ["socks/heel"]\n', "")
    (lonely.folder / GOAL).unlink()
    assert [finding.says for finding in check(Library(lonely.folder), on=TODAY)] == [
        "no goal template leads to it"
    ]


def test_a_long_circle_is_shown_whole():
    assert cycle({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}) in (
        ["a", "c", "b", "a"], ["b", "a", "c", "b"], ["c", "b", "a", "c"],
        ["a", "b", "c", "a"], ["b", "c", "a", "b"], ["c", "a", "b", "c"],
    )  # fmt: skip
    assert cycle({"a": ["b"], "b": []}) == []
