"""`beadwork knowledge`: check the clinical content, tell what changed in it, compile it.

check                 everything a machine can find wrong
diff OLD NEW          what changed between two git revisions or two folders of content, in words
compile               parse it now, so that a read-only installation starts quickly
version               the version and the fingerprint of the content
"""

import io
import subprocess
import tarfile
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from beadwork.cli.ground import HOUSE
from beadwork.cli.say import Stop, say
from beadwork.knowledge import ContentError, Library, library
from beadwork.knowledge.checks import check
from beadwork.knowledge.diff import changes, told
from beadwork.knowledge.kinds import KINDS, VOCABULARIES
from beadwork.knowledge.report import reading_levels

CONTENT = Path("src/beadwork/knowledge/content")


def run(arguments: list[str]) -> int:
    """Run one of the sub-commands."""
    match arguments:
        case ["check"]:
            return _check()
        case ["diff", old, new]:
            return _diff(old, new)
        case ["compile"]:
            return _compile()
        case ["version"]:
            say(f"content {library().version}, fingerprint {library().digest[:16]}")
            return 0
    raise Stop(__doc__ or "")


def _check() -> int:
    found = check(library(), on=datetime.now(UTC).date())
    for finding in found:
        say(f"  {'error  ' if finding.is_error else 'warning'}  {finding}")
    errors = sum(finding.is_error for finding in found)
    if not errors:
        say(_counts())
        say(reading_levels(library()))
    say(f"{errors} errors, {len(found) - errors} warnings.")
    return 1 if errors else 0


def _counts() -> str:
    counts = Counter({kind: len(library().items(kind)) for kind in KINDS if kind not in VOCABULARIES})
    vocabulary = sum(len(library().items(kind)) for kind in VOCABULARIES)
    items = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()) if count)
    unreviewed = sum(not item.is_reviewed for item in library().all())
    words = f"{vocabulary} words in {len(VOCABULARIES)} vocabularies"
    return f"{items}; {words}; {unreviewed} not yet reviewed by a clinician."


def _diff(old: str, new: str) -> int:
    with tempfile.TemporaryDirectory() as room:
        before, after = (_folder(one, Path(room) / str(number)) for number, one in enumerate((old, new)))
        say(told(changes(before, after)))
    return 0


def _folder(named: str, room: Path) -> Path:
    """A folder of content: the one named, or that of a git revision, unpacked."""
    if Path(named).is_dir():
        return Path(named)
    done = subprocess.run(
        ("git", "archive", named, str(CONTENT)), cwd=HOUSE, capture_output=True, check=False
    )
    if done.returncode:
        raise Stop(f"{named} is neither a folder nor a revision with content: {done.stderr.decode().strip()}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(room, filter="data")
    return room / CONTENT


def _compile() -> int:
    try:
        count = sum(1 for _ in library().all())
    except ContentError as error:
        raise Stop(str(error)) from error
    kept: Library = library()
    say(f"{count} items compiled into {kept.keep}.")
    return 0
