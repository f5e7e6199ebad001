"""What a teacher sees, and the therapist's side of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.people.actions import end_schooling, withdraw_consent
from beadwork.people.models import Consent, Schooling
from beadwork.record.models import Attempt
from beadwork.school.models import ClassAnswer, ClassHelp, ClassQuestion
from tests.home.build import goal_row, rung
from tests.school.build import QUESTION, answered, help_in_class, question_asked, seen_in_class
from tests.talk.build import said


@pytest.fixture
def now(world):
    """The world at the real clock's day, because pages ask the server for theirs."""
    world.now = timezone.now()
    return world


def child_page(world):
    return f"/class/{world.mia.slug}/"


def share_page(world):
    return f"/children/{world.mia.slug}/class/"


def answer(client, world, question, **more):
    data = {"id": new_id(), "question": question.pk} | more
    return client.post(f"{child_page(world)}answer", data)


def test_the_class_lists_the_children_with_a_question_first(now, sign_in):
    question_asked(now)
    page = sign_in(now.okafor).get("/class/").content.decode()
    assert child_page(now) in page
    assert "One question" in page


def test_the_teacher_sees_what_helps_and_the_question(now, sign_in):
    help_in_class(now, "A chair with arms.")
    question_asked(now)
    page = sign_in(now.okafor).get(child_page(now)).content.decode()
    assert "A chair with arms." in page
    assert QUESTION in page


def test_the_teacher_sees_nothing_else_of_the_child(now, sign_in):
    goal = goal_row(now)
    question_asked(now, goal)
    said(now, "She slept badly.", now.leo)
    now.mia.family_name = "Rivera-Unseen"
    now.mia.save()
    client = sign_in(now.okafor)
    text = client.get("/class/").content.decode() + client.get(child_page(now)).content.decode()
    hidden = [goal.name, goal.family_name, "Mia puts on both socks", "Rivera", "Leo", "Sara", "slept badly",
              "Ana Duarte", "2022", "Bilateral", "/children/", "/family/", "Oak Street"]  # fmt: skip
    for words in hidden:
        assert words not in text, words
    for door in ("/family/", f"/family/{now.mia.slug}/", f"/children/{now.mia.slug}/talk/", share_page(now)):
        assert client.get(door).status_code == 404, door


def test_an_answer_is_an_attempt_at_school(now, sign_in):
    goal = goal_row(now)
    question = question_asked(now, goal)
    client = sign_in(now.okafor)
    answer(client, now, question, steps=["1", "2"], support=rung(goal, "words").pk, remark="Quick today.")
    attempt = Attempt.objects.get()
    assert (attempt.value, attempt.occasion.setting) == (2, "school")
    assert ClassAnswer.objects.get().remark == "Quick today."
    assert "No question right now" in client.get(child_page(now)).content.decode()


def test_an_empty_answer_says_it_was_not_seen(now, sign_in):
    question = question_asked(now)
    answer(sign_in(now.okafor), now, question)
    assert ClassAnswer.objects.get().question == question
    assert not Attempt.objects.exists()


def test_a_double_click_is_one_answer_and_another_tab_is_told(now, sign_in):
    question, client, name = question_asked(now), sign_in(now.okafor), new_id()
    for _ in range(2):
        assert answer(client, now, question, id=name).status_code == 302
    second = answer(client, now, question, remark="My second thoughts")
    assert second.status_code == 200
    assert "has an answer already" in second.content.decode()
    assert "My second thoughts" in second.content.decode()
    assert ClassAnswer.objects.count() == 1


def test_half_an_answer_is_asked_about_and_kept(now, sign_in):
    question = question_asked(now)
    response = answer(sign_in(now.okafor), now, question, steps=["1"], remark="Busy week")
    assert "how much help" in response.content.decode()
    assert "Busy week" in response.content.decode()


@pytest.mark.parametrize("named", ["", "nonsense", "00000000-0000-7000-8000-000000000000"])
def test_an_answer_to_no_question_finds_nothing(now, sign_in, named):
    data = {"id": new_id(), "question": named}
    assert sign_in(now.okafor).post(f"{child_page(now)}answer", data).status_code == 404


@pytest.mark.parametrize("end", ["consent", "schooling"])
def test_what_the_family_closes_is_closed_at_once(now, sign_in, end):
    question, client = question_asked(now), sign_in(now.okafor)
    if end == "consent":
        withdraw_consent(Consent.objects.get(purpose="school"), by=now.dana, at=now.now)
    else:
        end_schooling(Schooling.objects.get(child=now.mia), by=now.dana, at=now.now)
    assert child_page(now) not in client.get("/class/").content.decode()
    assert "No child here yet" in client.get("/class/").content.decode()
    assert client.get(child_page(now)).status_code == 404
    assert answer(client, now, question).status_code == 404


@pytest.mark.parametrize("who", ["ana", "ben", "ruth", "dana", "leo", "eve"])
def test_nobody_else_is_told_the_class_exists(now, sign_in, who):
    question, client = question_asked(now), sign_in(getattr(now, who))
    assert client.get("/class/").status_code == 404
    assert client.get(child_page(now)).status_code == 404
    assert answer(client, now, question).status_code == 404


@pytest.mark.parametrize("who", ["ben", "ruth", "dana", "leo", "okafor", "eve"])
def test_only_who_writes_the_plan_opens_the_other_side(now, sign_in, who):
    shared, client = help_in_class(now), sign_in(getattr(now, who))
    assert client.get(share_page(now)).status_code == 404
    assert client.post(f"{share_page(now)}ask", {}).status_code == 404
    assert client.post(f"{share_page(now)}{shared.pk}/end").status_code == 404


def test_the_therapist_tells_what_helps_asks_and_reads_the_answer(now, sign_in):
    goal, client = goal_row(now), sign_in(now.ana)
    client.post(share_page(now), {"id": new_id(), "text_en": "First in line."})
    client.post(f"{share_page(now)}ask", {"id": new_id(), "goal": goal.pk, "question_en": QUESTION})
    answered(now, ClassQuestion.objects.get(), attempts=[seen_in_class(now, goal)], remark="Went well.")
    page = client.get(share_page(now)).content.decode()
    for shown in (
        "First in line.",
        QUESTION,
        "Went well.",
        "With words",
        "next question can go out on Monday",
    ):
        assert shown in page, shown
    client.post(f"{share_page(now)}{ClassHelp.objects.get().pk}/end")
    assert "First in line." not in client.get(share_page(now)).content.decode()


def test_a_second_question_in_the_week_is_refused_and_the_words_kept(now, sign_in):
    goal, client = goal_row(now), sign_in(now.ana)
    question_asked(now, goal)
    said = {"id": new_id(), "goal": goal.pk, "question_en": "And scissors?"}
    page = client.post(f"{share_page(now)}ask", said).content.decode()
    assert "asked already" in page
    assert "And scissors?" in page


def test_without_consent_the_therapist_is_told_that_nobody_sees_it(now, sign_in):
    withdraw_consent(Consent.objects.get(purpose="school"), by=now.dana, at=now.now)
    assert "Nobody at the school sees this yet" in sign_in(now.ana).get(share_page(now)).content.decode()


def test_the_pages_ask_the_database_at_most_twelve_times(now, sign_in):
    goal = goal_row(now)
    help_in_class(now)
    question = question_asked(now, goal)
    for who, page in ((now.okafor, "/class/"), (now.okafor, child_page(now)), (now.ana, share_page(now))):
        if who == now.ana:
            answered(now, question, attempts=[seen_in_class(now, goal)])
        client = sign_in(who)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(page).status_code == 200
        asked = [query["sql"] for query in seen if "SAVEPOINT" not in query["sql"]]
        assert len(asked) <= 12, "\n".join([page, *asked])
