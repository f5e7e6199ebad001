"""Reading a roster: usual encodings and delimiters are read rightly, everything else is named, nothing is guessed."""

import pytest

from beadwork.cli.roster.check import Entry, check
from beadwork.cli.roster.columns import COLUMNS, template
from beadwork.cli.roster.read import NotARoster, read
from tests.cli.roster import roster_of

pytestmark = pytest.mark.once


def one(**cells):
    """The check of a roster of one row."""
    [line] = read(roster_of(cells)).lines
    return check(line)


def reasons(**cells):
    return {bad.column: bad.reason for bad in one(**cells)}


def test_the_template_can_be_imported_as_it_is():
    [line] = read(template().encode()).lines
    entry = check(line)
    assert (entry.given_name, entry.gestation_days, entry.may_decide) == ("Amina", 266, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_with_accents_survive_every_usual_encoding(encoding):
    [line] = read(roster_of({"given_name": "Zoë Núñez"}).decode().encode(encoding)).lines
    assert line.cells["given_name"] == "Zoë Núñez"


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_by_its_mark_in_both_directions(mark):
    text = "\ufeff" + roster_of({"given_name": "مريم"}).decode()
    assert read(text.encode(mark)).lines[0].cells["given_name"] == "مريم"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_usual_delimiter_is_seen(delimiter):
    [line] = read(roster_of({"family_name": "de la Cruz, y Paz; s"}, delimiter=delimiter)).lines
    assert (line.cells["family_name"], line.too_many) == ("de la Cruz, y Paz; s", 0)


@pytest.mark.parametrize("name", ["Mia 🐈‍⬛", "مريم", "שָׂרָה", "李小龍", "O’Brien-Øst"])
def test_names_of_every_script_are_names(name):
    assert one(given_name=name).given_name == name


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty"),
        (b"\n \n,,\n", "The file is empty"),
        (b"PK\x03\x04....", "an Excel or zip file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Excel file"),
        (b"child_id\0,given_name", "NUL characters"),
        ("child_id,given_name,born_on".encode("utf-16-le"), "NUL characters"),
        (b"child_id,given_name\x81\xff", "letters cannot be read"),
        (b"name,birthday\nMia,2020-01-01", "lacks child_id, given_name, born_on"),
        (b"child_id,given_name,born_on,e-mail\n", "Unknown column: e-mail"),
        (b"child_id,given_name,born_on,home,home\n", "home is there twice"),
        (b'child_id,given_name,born_on\n1,"Mia,2020-01-01\n', "From line 2 on"),
        (b"child_id,given_name,born_on\n" + b"x" * 200_000, "From line 2 on"),
        (b"x" * 20_000_001, "20 MB"),
    ],
)
def test_a_file_that_is_no_roster_is_refused_with_the_reason(data, words):
    with pytest.raises(NotARoster, match=words):
        read(data)


@pytest.mark.parametrize(
    "text", ["03/04/2021", "3.4.2021", "2021/04/03", "20210403", "April 3, 2021", "44289"]
)
def test_only_one_way_to_write_a_day_is_taken(text):
    assert "like 2021-04-03" in reasons(born_on=text)["born_on"]


@pytest.mark.parametrize("text", ["2021-02-30", "2021-13-01", "0000-01-01"])
def test_a_day_that_is_in_no_calendar_is_named(text):
    assert "not a day of the calendar" in reasons(born_on=text)["born_on"]


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        ("child_id", "", "is empty"),
        ("given_name", " ", "is empty"),
        ("given_name", "x" * 10_000, "is 10000 characters long; 100 fit"),
        ("family_name", "bell\x07", "cannot be stored"),
        ("gestation_weeks", "12", "from 21 to 45"),
        ("gestation_weeks", "thirty", "from 21 to 45"),
        ("gestation_weeks", "³8", "from 21 to 45"),
        ("caregiver_email", "awa at example.org", "not an e-mail address"),
        ("language", "fr", "not one of en, es"),
        ("may_decide", "maybe", "not yes or no"),
        ("relation", "", "is empty"),
        ("caregiver_name", "", "says something about a caregiver"),
    ],
)
def test_a_bad_cell_is_named_with_its_column_and_reason(column, text, words):
    assert words in reasons(**{column: text})[column]


def test_everything_that_is_wrong_with_a_row_is_said_at_once():
    assert set(reasons(given_name="", born_on="1/2/20", language="xx")) == {
        "given_name",
        "born_on",
        "language",
    }


def test_lines_are_counted_as_an_editor_counts_them():
    rows = [{"home": "Oak Street\n12"}, {"child_id": "2"}]
    data = roster_of(*rows).replace(b"\nC-", b"\n\nC-", 1)
    assert [line.number for line in read(data).lines] == [3, 5]


def test_a_comma_without_quotes_is_one_cell_too_many():
    [line] = read(roster_of({"may_decide": "yes"}).replace(b",yes", b",yes,no")).lines
    [bad] = check(line)
    assert "1 more cells than columns" in bad.reason


def test_a_child_without_a_caregiver_is_a_whole_row():
    alone = dict.fromkeys(("caregiver_name", "caregiver_email", "caregiver_phone", "relation"), "")
    assert isinstance(one(**alone), Entry)


def test_the_document_names_every_column(request):
    text = (request.config.rootpath / "docs" / "import.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in text] == []
