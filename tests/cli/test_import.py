"""`import`: good rows in, bad rows out, a dry run first, and running it twice changes nothing."""

import csv

import pytest

from beadwork.cli import ground, import_roster
from beadwork.cli.say import Stop
from beadwork.core.events import broken_links
from beadwork.core.models import Event
from beadwork.people import actions
from beadwork.people.models import Caregiver, Child, Guardianship
from tests.cli.roster import roster_of

BAD = {"child_id": "C-2", "given_name": "", "born_on": "3/4/2021"}


@pytest.fixture
def bring(world, tmp_path, monkeypatch, capsys):
    """Imports rows as the director; gives the exit status and what was said."""
    monkeypatch.setattr(ground, "set_up", lambda: None)
    monkeypatch.setattr(ground, "migrate", lambda: None)

    def now(*rows, do_it=True, by="ruth@example.org", path=tmp_path / "roster.csv"):
        if rows:
            path.write_bytes(roster_of(*rows))
        status = import_roster.run([str(path), "--by", by, *(["--do-it"] if do_it else [])])
        return status, capsys.readouterr().out

    return now


def state():
    return (
        Child.objects.count(),
        Caregiver.objects.count(),
        Guardianship.objects.count(),
        Event.objects.count(),
    )


def test_a_dry_run_says_what_it_would_do_and_changes_nothing(bring):
    before = state()
    status, said = bring({}, do_it=False)
    assert (status, state()) == (0, before)
    assert "1 rows: 1 new, 0 already here, 0 bad." in said
    assert "dry run" in said


def test_a_row_brings_child_caregiver_and_rights_with_their_events(world, bring):
    assert bring({})[0] == 0
    child = Child.objects.get(practice=world.practice, reference="C-1042")
    bond = child.guardianships.get()
    assert (child.given_name, child.called, child.gestation_days, child.added_by) == (
        "Amina",
        "Mina",
        266,
        world.ruth,
    )
    assert (bond.caregiver.email, bond.relation, bond.home, bond.may_decide) == (
        "awa@example.org", "mother", "Oak Street", True,
    )  # fmt: skip
    for what in ("child.added", "caregiver.added", "guardianship.given"):
        assert Event.objects.filter(what=what, by_id=world.ruth.pk).exists()
    assert not list(broken_links(world.practice.pk))


def test_running_it_twice_changes_nothing(bring):
    rows = [{}, {"caregiver_name": "Ali Diallo", "caregiver_email": "", "relation": "father"}]
    bring(*rows)
    before = state()
    status, said = bring(*rows)
    assert (status, state()) == (0, before)
    assert "2 rows: 0 new, 2 already here, 0 bad." in said


def test_two_rows_of_one_child_are_two_guardians(bring):
    bring({}, {"caregiver_name": "Ali Diallo", "caregiver_email": "ali@example.org", "may_decide": ""})
    child = Child.objects.get(reference="C-1042")
    assert {str(bond.caregiver): bond.may_decide for bond in child.guardianships.all()} == {
        "Awa Diallo": True, "Ali Diallo": False,
    }  # fmt: skip


def test_one_caregiver_of_two_children_is_one_person(bring):
    bring({}, {"child_id": "C-7", "given_name": "Ismael"})
    assert Caregiver.objects.get(email="awa@example.org").guardianships.count() == 2


def test_good_rows_go_in_and_bad_ones_out_with_line_column_and_reason(bring, tmp_path):
    status, said = bring({}, BAD)
    assert (status, Child.objects.filter(reference__startswith="C-").count()) == (1, 1)
    assert "line 3, given_name: is empty." in said
    assert "line 3, born_on: “3/4/2021” is not a day" in said
    with (tmp_path / "roster.bad.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["child_id"], row["line"], row["column"]) == ("C-2", "3", "given_name, born_on")
    assert row["reason"].startswith("is empty; ")


def test_the_file_of_bad_rows_can_be_mended_and_imported(bring, tmp_path):
    bring({}, BAD)
    beside = tmp_path / "roster.bad.csv"
    beside.write_text(
        beside.read_text(encoding="utf-8").replace("3/4/2021", "2021-04-03").replace("C-2,", "C-2,Lea")
    )
    assert bring(path=beside)[0] == 0
    assert Child.objects.get(reference="C-2").given_name == "Lea"


def test_a_birth_in_the_future_is_a_bad_row_by_people_s_own_rule(bring):
    status, said = bring({"born_on": "2999-01-01"})
    assert status == 1
    assert "line 2, born_on: BW-101" in said


def test_what_is_here_is_not_overwritten(bring):
    bring({})
    status, said = bring({"given_name": "Amira"})
    assert status == 1
    assert "line 2, given_name: is “Amina” here already. Nothing was overwritten." in said
    assert Child.objects.get(reference="C-1042").given_name == "Amina"


def test_an_address_of_somebody_else_brings_nothing_of_its_row(bring):
    status, said = bring({"caregiver_email": "leo@example.org"})
    assert status == 1
    assert "line 2, caregiver_name: is “Leo Rivera” here already" in said
    assert not Child.objects.filter(reference="C-1042").exists()


def test_rights_that_were_ended_stay_ended(world, bring):
    bring({})
    bond = Guardianship.objects.get(child__reference="C-1042")
    actions.end_guardianship(bond, by=world.ruth, at=bond.child.added_at)
    assert bring({})[0] == 0
    assert not Guardianship.objects.filter(child__reference="C-1042", ended_at=None).exists()


@pytest.mark.parametrize("who", ["dana", "ana", "leo", "nobody"])
def test_only_a_director_imports(bring, who):
    before = state()
    with pytest.raises(Stop, match=r"directs no such practice|Nobody here"):
        bring({}, by=f"{who}@example.org")
    assert state() == before


def test_a_director_brings_children_only_into_her_own_practice(world, bring):
    bring({}, by="eve@example.org")
    assert Child.objects.get(reference="C-1042").practice == world.elsewhere


def test_a_file_that_is_not_there_is_named(bring, tmp_path):
    with pytest.raises(Stop, match="cannot be opened"):
        bring(path=tmp_path / "none.csv")


def test_the_template_is_printed(bring, capsys):
    assert import_roster.run(["--template"]) == 0
    assert capsys.readouterr().out.startswith("child_id,given_name,family_name")
