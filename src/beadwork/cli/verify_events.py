"""`beadwork verify-events`: read every practice's chain of events from its first link to its last."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from beadwork.cli import ground
from beadwork.cli.say import Stop, say

Broken = tuple[UUID, int, str]


def run(arguments: list[str]) -> int:
    """Say what is broken, and answer 1 if anything is. With `--anchor`, write the heads down once all is well."""
    parser = argparse.ArgumentParser(prog="beadwork verify-events", description=__doc__)
    parser.add_argument(
        "--anchor", type=Path, metavar="FILE",
        help="compare with the heads written down in FILE, then write today's below; keep FILE where whoever can "
        "change the database cannot change it",
    )  # fmt: skip
    file: Path | None = parser.parse_args(arguments).anchor
    ground.set_up()
    ground.check_tables()
    from beadwork.core.events import chains
    from beadwork.core.models import Event
    from beadwork.people.models import Practice

    practices = sorted(chains() | set(Practice.objects.values_list("pk", flat=True)))
    broken = [*_links(practices), *_anchors(file)]
    for practice_id, seq, what in broken:
        say(f"practice {practice_id}, event {seq}: {what}")
    say(f"{Event.objects.count()} events in {len(practices)} practices: {len(broken)} broken links.")
    if file and not broken:
        _write_down(file)
    return 1 if broken else 0


def _links(practices: list[UUID]) -> Iterator[Broken]:
    from beadwork.core.events import broken_links

    for practice_id in practices:
        yield from ((practice_id, *link) for link in broken_links(practice_id))


def _anchors(file: Path | None) -> Iterator[Broken]:
    """What was written down in the file and does not hold. A file that is not there yet says nothing."""
    from beadwork.core.anchors import Anchor, broken_anchors

    lines = file.read_text(encoding="utf-8").splitlines() if file and file.exists() else []
    try:
        anchors = [Anchor.of_line(line) for line in lines]
    except ValueError as error:
        raise Stop(f"{file} is not a file of anchors ({error}). Name the one this command wrote.") from error
    yield from ((anchor.practice_id, anchor.seq, what) for anchor, what in broken_anchors(anchors))


def _write_down(file: Path) -> None:
    from django.utils import timezone

    from beadwork.core.anchors import present_anchors

    anchors = present_anchors(timezone.now())
    with file.open("a", encoding="utf-8") as page:
        page.writelines(f"{anchor}\n" for anchor in anchors)
    say(f"{len(anchors)} heads written down in {file}. Keep it away from the database.")
