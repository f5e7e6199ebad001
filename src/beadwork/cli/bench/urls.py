"""The product's addresses and two of the bench's own: a page with nothing in it, and thirty attempts at once."""

import json
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from beadwork.people.access import Can
from beadwork.visits.models import Visit
from beadwork.visits.recording import NewAttempt, record_in_visit
from beadwork.web.door import needs, public
from beadwork.web.urls import urlpatterns as product


@public
def empty(request: HttpRequest) -> HttpResponse:
    """Nothing, through the whole stack."""
    return HttpResponse("nothing")


@csrf_exempt
@needs(Can.RECORD_VISIT)
def record_many(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Keep the attempts in the body: what a tablet will send that was offline."""
    visit = request.find(Visit, pk=visit_id)
    receipt = record_in_visit(
        visit, [_attempt(said) for said in json.loads(request.body)], by=request.user, at=request.now
    )
    return HttpResponse(str(len(receipt.stored)))


def _attempt(said: dict[str, str]) -> NewAttempt:
    id, goal, support = (UUID(said[name]) for name in ("id", "goal", "support"))
    return NewAttempt(id, goal, support, datetime.fromisoformat(said["at"]), success=True)


urlpatterns = [
    path("bench/empty", empty, name="bench-empty"),
    path("bench/<uuid:visit_id>/attempts", record_many, name="bench-record"),
    *product,
]
