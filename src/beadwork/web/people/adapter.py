"""How signing in behaves: nobody signs up, the practice gives access."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """No sign-up page: accounts are made by the practice."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
