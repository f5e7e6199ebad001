"""Check constraints the rooms share, so that the database refuses nonsense on every engine."""

from django.db.models import CheckConstraint, F, Q


def pair(name: str, at: str, by: str) -> CheckConstraint:
    """A fact with who and when: both are there or neither is."""
    both = Q(**{f"{at}__isnull": False, f"{by}__isnull": False})
    neither = Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
    return CheckConstraint(condition=both | neither, name=name)


def in_order(name: str, first: str, second: str) -> CheckConstraint:
    """`second` does not come before `first`; either may still be empty."""
    unset = Q(**{f"{first}__isnull": True}) | Q(**{f"{second}__isnull": True})
    return CheckConstraint(condition=unset | Q(**{f"{second}__gte": F(first)}), name=name)


def one_of(name: str, field: str, choices: type) -> CheckConstraint:
    """`field` holds one of the values of a Django `TextChoices`."""
    return CheckConstraint(condition=Q(**{f"{field}__in": list(choices.values)}), name=name)  # type: ignore[attr-defined]
