"""One's own things: where one starts, one's settings, and jumping."""

from django.conf import settings as languages
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from beadwork.people.access import Can
from beadwork.people.actions import set_preferences
from beadwork.people.models import Child
from beadwork.web.door import needs, public
from beadwork.web.navigation import first_place, navigation
from beadwork.web.people.forms import SettingsForm

MOST_CHILDREN = 3000


@needs(Can.BE_SOMEBODY)
def home(request: HttpRequest) -> HttpResponse:
    """To the page that matters most to this person."""
    return redirect(first_place(request))


@needs(Can.BE_SOMEBODY)
def settings(request: HttpRequest) -> HttpResponse:
    """One's own language and look."""
    form = SettingsForm(
        request.POST or None, initial={"language": request.user.language, "theme": request.user.theme}
    )
    if form.is_valid():
        set_preferences(request.user, **form.cleaned_data, by=request.user, at=request.now)
        with override(form.cleaned_data["language"]):
            messages.success(request, _("Saved."))
        return redirect("settings")
    context = {"form": form, "may_record": request.access.can(Can.RECORD_VISIT)}
    return render(request, "people/settings.html", context)


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch one's language and stay on the page; signed out, the browser remembers it."""
    back = request.POST.get("next", "")
    response = redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "home")
    wanted = request.POST.get("language")
    if wanted not in dict(languages.LANGUAGES):
        return response
    if request.user.is_authenticated:
        set_preferences(
            request.user, language=wanted, theme=request.user.theme, by=request.user, at=request.now
        )
    response.set_cookie(languages.LANGUAGE_COOKIE_NAME, wanted, samesite="Lax")
    return response


@needs(Can.BE_SOMEBODY)
def jump(request: HttpRequest) -> HttpResponse:
    """Where Ctrl-K can jump to: the pages of the navigation, and the children this person may find."""
    pages = [{"label": str(item["label"]), "url": item["url"]} for item in navigation(request)["nav"]]
    pages.append({"label": _("Settings"), "url": reverse("settings")})
    return JsonResponse({"places": pages + _children(request)})


def _children(request: HttpRequest) -> list[dict[str, str]]:
    found = request.which(Child, Can.FIND_CHILD).order_by("given_name", "family_name")[:MOST_CHILDREN]
    return [
        {"label": child.name, "about": child.full_name, "url": reverse("child", args=[child.slug])}
        for child in found
    ]
