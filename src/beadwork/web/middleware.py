"""Who is asking, in her language and her practice's time; problems as pages; private pages not stored anywhere."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.defaults import page_not_found

from beadwork.core.problems import Problem
from beadwork.people.access import Access
from beadwork.web.door import Finder

Answer = Callable[[HttpRequest], HttpResponse]


class PersonMiddleware:
    """Gives the request its moment, its access, its finder, its language and its practice's time zone."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request as this person."""
        request.now = timezone.now()
        request.access = Access.of(request.user, at=request.now)
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
            timezone.activate(request.access.zone)
        request.today = timezone.localdate(request.now)
        finder = Finder(request)
        request.find, request.which = finder.find, finder.which
        response = self.answer(request)
        timezone.deactivate()
        return response


class ProblemMiddleware:
    """Shows a problem as a page: what happened, what was kept, what to do."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; `process_exception` does the work."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a `Problem` into its page, and one about access into the same 404 as everything unknown."""
        if not isinstance(error, Problem):
            return None
        if error.kind.status == 404:
            return page_not_found(request, error)
        return render(request, "problem.html", {"problem": error}, status=error.kind.status)


class PrivateMiddleware:
    """Pages for somebody signed in are kept by no cache on the way."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and forbid caches."""
        response = self.answer(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response
