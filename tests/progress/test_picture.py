"""The picture: well-formed, escaped, complete, and honest about where things are."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from beadwork.progress.picture import (
    NARROW,
    WIDE,
    Axis,
    Band,
    BandPoint,
    Bead,
    Beads,
    Gap,
    Mark,
    Tick,
    draw,
    draw_mini,
    figure,
)

SIX = Axis(0, 6, is_whole=True)
FIRST = date(2026, 3, 2)
MEAN = "<script>alert(1)</script> & \"quotes\" 'too'"
SETTINGS = ["clinic", "home", "school", "community", "tele"]


def beads(count, days=7, **more):
    levels = (2.0 + n % 4 for n in range(count))
    return tuple(
        Bead(
            FIRST + timedelta(days=days * n),
            level,
            alone=n / count,
            setting=SETTINGS[n % 5],
            title=f"bead {n}",
            **more,
        )
        for n, level in enumerate(levels)
    )


def marks():
    return (
        Mark("baseline", "start: 1", level=1),
        Mark("target", f"goal {MEAN}", level=6),
        Mark("version", MEAN, on=FIRST + timedelta(days=16)),
        Mark("mastery", "reached", on=FIRST + timedelta(days=28)),
    )


def svg(string, size=WIDE):
    return ElementTree.fromstring(draw(string, size))


def drawn(string, size=WIDE):
    """The x and y of every bead, in order."""
    places = [g.get("transform") for g in svg(string, size).iter("g") if "data-bead" in g.attrib]
    return [tuple(float(number) for number in re.findall(r"-?[\d.]+", place)) for place in places]


def full(count=12):
    band = Band((BandPoint(FIRST + timedelta(weeks=count + 4), 3, 4, 5),), MEAN)
    gaps = (Gap(FIRST, FIRST + timedelta(weeks=1), MEAN),)
    return Beads(
        SIX,
        beads(count, words=MEAN, support=MEAN, remark=MEAN),
        MEAN,
        marks=marks(),
        gaps=gaps,
        forecast=band,
    )


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 12, 60, 400])
def test_any_number_of_beads_makes_a_well_formed_picture_inside_its_frame(count, size):
    string = Beads(SIX, beads(count), "Socks", marks=marks())
    for x, y in drawn(string, size):
        assert 0 < x < size.width
        assert 0 < y < size.height
    assert len(drawn(string, size)) <= max(count, 1)


def test_what_people_typed_is_escaped_and_nothing_is_styled_inline():
    text = str(draw(full()))
    assert "<script" not in text
    assert "style=" not in text
    assert MEAN in "".join(svg(full()).itertext())


def test_every_bead_says_what_it_is_in_a_title():
    string = Beads(SIX, beads(12, words="4 of 6 steps", support="alone", remark="Laughed."), "Socks")
    groups = [g for g in svg(string).iter("g") if "data-bead" in g.attrib]
    assert len(groups) == 12
    assert [g.findtext("title") for g in groups] == [
        f"bead {n}\n4 of 6 steps · alone\nLaughed." for n in range(12)
    ]


def test_height_is_level_and_left_to_right_is_time():
    string = Beads(SIX, (Bead(FIRST, 1), Bead(FIRST + timedelta(7), 3), Bead(FIRST + timedelta(14), 2)))
    (x1, y1), (x2, y2), (x3, y3) = drawn(string)
    assert x1 < x2 < x3
    assert y1 - y2 == pytest.approx(2 * (y3 - y2), abs=0.2)


def test_where_less_is_better_less_is_higher():
    string = Beads(Axis(0, 60, flipped=True), (Bead(FIRST, 50), Bead(FIRST + timedelta(7), 20)))
    (_x1, y1), (_x2, y2) = drawn(string)
    assert y2 < y1


def test_two_beads_of_one_day_lie_side_by_side():
    string = Beads(SIX, (*beads(3), Bead(FIRST + timedelta(14), 4.0)))
    xs = [x for x, _y in drawn(string)]
    assert xs == sorted(set(xs))


def test_a_long_break_is_wider_than_a_week_but_does_not_squash_the_rest():
    late = Bead(FIRST + timedelta(days=700), 3)
    xs = [x for x, _y in drawn(Beads(SIX, (*beads(4), late)))]
    week = xs[1] - xs[0]
    assert 1.5 * week < xs[4] - xs[3] < 4 * week


def test_a_loose_thread_says_why_or_how_long():
    apart = (Bead(FIRST, 3), Bead(FIRST + timedelta(weeks=1), 3), Bead(FIRST + timedelta(weeks=6), 3))
    assert "5 weeks" in draw(Beads(SIX, apart))
    ill = Gap(FIRST + timedelta(weeks=2), FIRST + timedelta(weeks=4), "ill")
    assert "ill</text>" in draw(Beads(SIX, apart, gaps=(ill,)))


def core(alone):
    """How big the solid part of a bead is; None where there is none."""
    circle = svg(Beads(SIX, (Bead(FIRST, 3, alone),))).find(".//circle[@class='core']")
    return None if circle is None else float(circle.get("r"))


def test_fill_grows_with_the_share_done_alone_from_ring_to_solid():
    sizes = [core(share) for share in (0.1, 0.4, 0.7, 1.0)]
    assert core(0) is None
    assert sizes == sorted(sizes)
    assert sizes[-1] == WIDE.radius
    assert core(0.4) ** 2 / core(0.1) ** 2 == pytest.approx(4, rel=0.1)


def test_help_that_was_not_seen_is_neither_ring_nor_solid():
    assert "unseen" in draw(Beads(SIX, (Bead(FIRST, 3, None),)))
    assert "unseen" not in draw(Beads(SIX, (Bead(FIRST, 3, 0.0),)))


def test_each_setting_has_an_outline_of_its_own():
    shapes = set()
    for setting in SETTINGS:
        rim = svg(Beads(SIX, (Bead(FIRST, 3, 0.0, setting),))).find(".//*[@class='rim']")
        shapes.add((rim.tag, tuple(sorted(rim.attrib.items()))))
    assert len(shapes) == 5


def test_a_level_outside_the_scale_makes_the_axis_longer():
    (_x, y) = drawn(Beads(SIX, (Bead(FIRST, 9),)))[0]
    assert y == WIDE.top


def test_many_beads_become_weeks_and_the_figure_says_so():
    made = figure(Beads(SIX, beads(400, days=1), "Socks"))
    assert made.wide_note == "Each bead is one week."
    assert "From March 2, 2026: 7 times" in made.wide
    assert len(made.rows) == 400
    assert made.narrow_note == "Each bead is two weeks."


def test_few_beads_have_no_note():
    made = figure(Beads(SIX, beads(12), "Socks"))
    assert (made.wide_note, made.narrow_note) == ("", "")


def test_the_figure_has_a_sentence_a_legend_and_a_table_newest_first():
    made = figure(
        Beads(SIX, beads(5, words="3 of 6 steps"), "Socks", marks=(Mark("target", "goal: all six", level=6),))
    )
    assert made.sentence == (
        "Socks: seen 5 times. First March 2, 2026, 3 of 6 steps. Last March 30, 2026, 3 of 6 steps. Goal: all six."
    )
    assert [key.words for key in made.legend][:5] == ["Clinic", "Home", "School", "Community", "Video"]
    assert made.rows[0].when == "March 30, 2026"
    assert made.sentence in made.wide


def test_an_empty_string_has_words_and_no_drawing():
    made = figure(Beads(SIX, (), "Socks"))
    assert (made.wide, made.sentence) == ("", "Socks: nothing seen yet.")


def test_given_heights_are_named_and_thinned_but_keep_their_ends():
    axis = Axis(0, 6, ticks=tuple(Tick(n, f"rung {n}") for n in range(7)))
    names = [text.text for text in svg(Beads(axis, beads(3)), NARROW).iter("text") if "rung" in text.text]
    assert names == ["rung 0", "rung 2", "rung 4", "rung 6"]


def test_a_target_too_long_for_a_narrow_picture_is_told_in_short():
    long = Mark("target", "goal: six of six steps, after seeing it done once", level=6, short="goal: six")
    string = Beads(SIX, beads(3), marks=(long,))
    assert "goal: six</text>" in draw(string, NARROW)
    assert "seeing it done once</text>" in draw(string, WIDE)


def test_numbers_on_the_axis_are_round():
    names = [text.text for text in svg(Beads(Axis(0, 180), beads(1))).iter("text")]
    assert [name for name in names if name.isdigit()] == ["0", "50", "100", "150"]


def test_the_string_of_a_list_shows_the_last_beads_and_says_them_if_asked():
    mini = ElementTree.fromstring(draw_mini(beads(20), sentence=MEAN))
    assert len([g for g in mini.iter("g") if (g.get("class") or "").startswith("bead ")]) == 12
    assert mini.get("aria-label") == MEAN
    assert ElementTree.fromstring(draw_mini([])).get("aria-hidden") == "true"
