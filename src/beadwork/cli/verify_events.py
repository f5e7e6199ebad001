"""`beadwork verify-events`: read every practice's chain of events from its first link to its last."""

import argparse

from beadwork.cli import ground
from beadwork.cli.say import say


def run(arguments: list[str]) -> int:
    """Say what is broken, and answer 1 if anything is."""
    argparse.ArgumentParser(prog="beadwork verify-events", description=__doc__).parse_args(arguments)
    ground.set_up()
    from beadwork.core.events import broken_links
    from beadwork.core.models import ChainHead

    practices = list(ChainHead.objects.order_by("practice_id"))
    broken = [(head.practice_id, *link) for head in practices for link in broken_links(head.practice_id)]
    for practice_id, seq, what in broken:
        say(f"practice {practice_id}, event {seq}: {what}")
    say(
        f"{sum(head.seq for head in practices)} events in {len(practices)} practices: {len(broken)} broken links."
    )
    return 1 if broken else 0
