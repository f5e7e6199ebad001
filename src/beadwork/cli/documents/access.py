"""Who may do what, as the access rule has it."""

from beadwork.people.access import EVERYWHERE, GUARDIAN, OF_PRACTICE, TEACHER, TEAM, Can
from beadwork.people.models import Role

HEAD = """# Who may do what

Made from `people/access.py` by `./beadwork docs`; a check fails when it is out of date. What is not here is closed.

**team**: for the children on whose care team she is. **all**: for every child of the practice. **yes**: for what
belongs to the practice and to no child. **right**: where the guardianship gives this right. **consent**: for the
children she teaches, while the consent holds. Every page about a child that anybody reads is written down as an event;
whoever may not see a thing is told it does not exist (404).

"""


def document() -> str:
    """The table, one line a capability."""
    roles = list(Role)
    titles = ["may…", *(str(role.value).replace("-", " ") for role in roles), "guardian", "teacher"]
    lines = [_line(titles), _line(["---"] * len(titles))]
    lines += [
        _line([can.value, *(_of(can, role) for role in roles), _right(can), _teacher(can)]) for can in Can
    ]
    return HEAD + "\n".join(lines) + "\n"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _of(can: Can, role: Role) -> str:
    if can is Can.BE_SOMEBODY or role in EVERYWHERE.get(can, ()):
        return "all" if can is not Can.BE_SOMEBODY else "yes"
    if role in OF_PRACTICE.get(can, ()):
        return "yes"
    return "team" if role in TEAM.get(can, ()) else ""


def _right(can: Can) -> str:
    return "yes" if can is Can.BE_SOMEBODY else f"right `{GUARDIAN[can]}`" if can in GUARDIAN else ""


def _teacher(can: Can) -> str:
    return "yes" if can is Can.BE_SOMEBODY else "consent" if can in TEACHER else ""
