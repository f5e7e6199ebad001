"""What the tests of people's pages fill in."""

from typing import Any

from beadwork.core.ids import new_id


def child_form(**changes: Any) -> dict[str, Any]:
    """A right form for a new child."""
    return {
        "id": str(new_id()),
        "given_name": "Noor",
        "family_name": "Haddad",
        "called": "",
        "born_on": "2021-05-04",
        "gestation_weeks": "",
        "languages": "",
    } | changes


def guardian_form(**changes: Any) -> dict[str, Any]:
    """A right form for a guardian."""
    return {
        "name": "Omar Banks",
        "email": "omar@example.org",
        "language": "en",
        "relation": "grandfather",
        "home": "Hill Road",
        "since": "2026-09-01",
        "until": "",
        "rights": ["may_see", "may_talk"],
    } | changes
