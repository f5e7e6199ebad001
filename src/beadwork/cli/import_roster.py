"""`beadwork import`: bring children and caregivers in from a CSV file. A dry run, unless you say --do-it."""

import argparse
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from beadwork.cli import ground
from beadwork.cli.roster.check import Bad, Entry, check
from beadwork.cli.roster.columns import ABOUT_BAD_ROWS, COLUMNS, template, written
from beadwork.cli.roster.read import Line, NotARoster, Roster, read
from beadwork.cli.say import Stop, say

if TYPE_CHECKING:
    from beadwork.people.models import Practice, User


def run(arguments: list[str]) -> int:
    """Bring the good rows in, write the bad ones into a file beside it; 1 when there were bad ones."""
    options = _options(arguments)
    if options.template:
        print(template(), end="")
        return 0
    path = Path(options.roster)
    roster = _read(path)
    ground.set_up()
    ground.migrate()
    by = _person(options.by)
    new, bad = _bring_all(roster, _practice(by, options.practice), by, keep=options.do_it)
    _tell(roster, new, bad, keep=options.do_it)
    if bad:
        say(
            f"The bad rows, each with its reason, are in {_write_bad(path, roster, bad)}; mend and import that."
        )
    return int(bool(bad))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="beadwork import", description=__doc__)
    parser.add_argument("roster", nargs="?", help="the file (docs/import.md says what is in it)")
    parser.add_argument("--by", metavar="EMAIL", help="the director who brings them in")
    parser.add_argument("--practice", metavar="NAME", help="which practice, if she directs several")
    parser.add_argument("--do-it", action="store_true", help="write; without this nothing is changed")
    parser.add_argument("--template", action="store_true", help="print an empty roster to fill in")
    options = parser.parse_args(arguments)
    if not options.template and not (options.roster and options.by):
        parser.error("name the file and, with --by, the director (or ask for the --template)")
    return options


def _read(path: Path) -> Roster:
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise Stop(f"{path} cannot be opened ({error.strerror}).") from error
    except NotARoster as error:
        raise Stop(f"{path}: {error} Nothing was changed.") from error


def _person(email: str) -> "User":
    from beadwork.people.models import User

    person = User.objects.filter(email=email.strip().lower()).first()
    if person is None:
        raise Stop(f"Nobody here has the e-mail address {email}.")
    return person


def _practice(by: "User", name: str | None) -> "Practice":
    from django.utils import timezone

    from beadwork.people.access import Access, Can

    directed = Access.of(by, at=timezone.now()).practices(Can.KEEP_PRACTICE)
    found = list(directed.filter(name=name) if name else directed)
    if len(found) != 1:
        names = ", ".join(directed.values_list("name", flat=True))
        raise Stop(f"{by} directs no such practice." if not found else f"Say --practice, one of: {names}.")
    return found[0]


def _bring_all(roster: Roster, practice: "Practice", by: "User", *, keep: bool) -> tuple[int, list[Bad]]:
    """How many rows brought something new, and what was refused. A dry run does it all and takes it back."""
    from django.db import transaction
    from django.utils import timezone

    from beadwork.cli.roster.bring import bring

    new, bad, at = 0, [], timezone.now()
    with nullcontext() if keep else transaction.atomic():
        for line in roster.lines:
            entry = check(line)
            answer = bring(entry, practice, by=by, at=at) if isinstance(entry, Entry) else entry
            new += answer is True
            bad += answer if isinstance(answer, list) else [answer] if isinstance(answer, Bad) else []
        if not keep:
            transaction.set_rollback(True)
    return new, bad


def _tell(roster: Roster, new: int, bad: list[Bad], *, keep: bool) -> None:
    if roster.encoding == "cp1252":
        say("The file is not UTF-8; it was read as Windows-1252. Look at the names with accents.")
    for one in bad:
        say(f"line {one.line}, {one.column or 'the whole row'}: {one.reason}.")
    bad_rows = len({one.line for one in bad})
    same = len(roster.lines) - new - bad_rows
    say(f"{len(roster.lines)} rows: {new} new, {same} already here, {bad_rows} bad.")
    if not keep:
        say("This was a dry run: nothing was changed. The same with --do-it brings the good rows in.")


def _write_bad(path: Path, roster: Roster, bad: list[Bad]) -> Path:
    """The bad rows as they were, with the reason; the file can be mended and imported itself."""
    reasons: dict[int, list[Bad]] = {}
    for one in bad:
        reasons.setdefault(one.line, []).append(one)
    rows = [_bad_row(line, reasons[line.number]) for line in roster.lines if line.number in reasons]
    beside = path.with_name(f"{path.stem}.bad.csv")
    text = written([[*COLUMNS, *ABOUT_BAD_ROWS], *rows], roster.delimiter)
    beside.write_text(text, encoding="utf-8-sig")
    return beside


def _bad_row(line: Line, bad: list[Bad]) -> list[str]:
    why = [str(line.number), ", ".join(one.column for one in bad), "; ".join(one.reason for one in bad)]
    return [*(line.cells.get(name, "") for name in COLUMNS), *why]
