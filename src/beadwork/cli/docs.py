"""`beadwork docs`: write the documents that are made from code; `docs check` fails where they are out of date."""

from pathlib import Path

from beadwork.cli import ground
from beadwork.cli.say import say


def run(arguments: list[str]) -> int:
    """Write the documents and pictures, or, with `check`, compare them with the code."""
    ground.set_up(ground.DEMO)
    from beadwork.cli.documents import access, database, knowledge, picture, sample

    made = {
        "access.md": access.document(),
        "database.md": database.document(),
        "knowledge-fields.md": knowledge.document(),
        "content-sample.md": sample.document(),
    }
    made |= {f"pictures/beads-{theme}.svg": picture.document(theme) for theme in picture.THEMES}
    folder = ground.HOUSE / "docs"
    stale = [name for name, text in made.items() if _read(folder / name) != text]
    if arguments == ["check"]:
        say("".join(f"docs/{name} is out of date: run `./beadwork docs`\n" for name in stale))
        return int(bool(stale))
    for name in stale:
        (folder / name).write_text(made[name], encoding="utf-8")
        say(f"wrote docs/{name}")
    return 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
