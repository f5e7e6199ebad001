"""A string ready for a page: a wide and a narrow drawing, its legend, its sentence and its table."""

from dataclasses import dataclass, replace

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from beadwork.progress.picture.days import say_day
from beadwork.progress.picture.draw import draw
from beadwork.progress.picture.gather import note
from beadwork.progress.picture.parts import SETTINGS, Bead, Beads
from beadwork.progress.picture.place import NARROW, WIDE
from beadwork.progress.picture.shapes import body, rim_width

SETTING_WORDS = {
    "clinic": gettext_lazy("Clinic"),
    "home": gettext_lazy("Home"),
    "school": gettext_lazy("School"),
    "community": gettext_lazy("Community"),
    "tele": gettext_lazy("Video"),
}


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: a bead (or a few) and its words."""

    svg: SafeString
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table, a bead in words."""

    when: str
    setting: str
    words: str
    support: str
    remark: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What components/beads.html shows. Notes say when a bead of a drawing stands for several occasions."""

    wide: SafeString
    narrow: SafeString
    wide_note: str
    narrow_note: str
    sentence: str
    legend: tuple[Key, ...]
    rows: tuple[Row, ...]
    name: str = ""
    forecast: str = ""

    @property
    def table(self) -> SafeString:
        """The rows of the table, newest first; made here because a template takes ten times as long."""
        cells = '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>'
        rows = ((row.when, row.setting, row.words, row.support, row.remark) for row in self.rows)
        return format_html_join("", cells, rows)


def figure(string: Beads) -> Figure:
    """Everything of one string; an empty string has no drawings."""
    string = replace(string, sentence=string.sentence or in_one_sentence(string))
    return Figure(
        wide=draw(string, WIDE) if string.beads else SafeString(""),
        narrow=draw(string, NARROW) if string.beads else SafeString(""),
        wide_note=note(string.beads, WIDE.room_for(string)),
        narrow_note=note(string.beads, NARROW.room_for(string)),
        sentence=string.sentence,
        legend=legend(string),
        rows=tuple(_row(bead) for bead in reversed(string.beads)),
        name=string.name,
        forecast=string.forecast.words if string.forecast else "",
    )


def setting_words(setting: str) -> str:
    """A setting in a word."""
    return str(SETTING_WORDS[setting])


def legend(string: Beads) -> tuple[Key, ...]:
    """The settings that occur, and how a bead fills as help fades."""
    if not string.beads:
        return ()
    seen = {bead.setting for bead in string.beads}
    keys = [Key(_key_svg((setting, 0.5)), setting_words(setting)) for setting in SETTINGS if setting in seen]
    shape = next((setting for setting in SETTINGS if setting in seen), "clinic")
    fading = _key_svg((shape, 0.0), (shape, 0.5), (shape, 1.0))
    return (*keys, Key(fading, _("with help, then more and more alone")))


def _key_svg(*beads: tuple[str, float]) -> SafeString:
    r = 7.5
    shapes = "".join(
        f'<g class="bead {setting}" transform="translate({12 + 20 * index} 12)">{body(setting, r, alone)}</g>'
        for index, (setting, alone) in enumerate(beads)
    )
    width = 4 + 20 * len(beads)
    return SafeString(
        f'<svg class="key" viewBox="0 0 {width} 24" width="{width}" height="24" aria-hidden="true" '
        f'focusable="false"><g stroke-width="{rim_width(r)}">{shapes}</g></svg>'
    )


def _row(bead: Bead) -> Row:
    return Row(say_day(bead.on), setting_words(bead.setting), bead.words, bead.support, bead.remark)


def in_one_sentence(string: Beads) -> str:
    """The whole picture in a sentence, for somebody who does not see it."""
    if not string.beads:
        return _("%(name)s: nothing seen yet.") % {"name": string.name}
    first, last = string.beads[0], string.beads[-1]
    count = sum(bead.count for bead in string.beads)
    facts = {"name": string.name, "count": count, "first": _told(first), "last": _told(last)}
    if len(string.beads) == 1:
        return _("%(name)s: seen once, %(last)s.") % facts
    sentence = ngettext(
        "%(name)s: seen %(count)d time. First %(first)s. Last %(last)s.",
        "%(name)s: seen %(count)d times. First %(first)s. Last %(last)s.",
        count,
    )
    target = string.mark("target")
    return sentence % facts + (f" {target.words[:1].upper()}{target.words[1:]}." if target else "")


def _told(bead: Bead) -> str:
    return ", ".join(part for part in (say_day(bead.on), bead.words, bead.support) if part)
