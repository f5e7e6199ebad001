"""What a goal must be: on its lists, on its scale, on its ladder, going somewhere."""

from beadwork.knowledge import items
from beadwork.library.own import library_of
from beadwork.plan.models import Goal, GoalVersion
from beadwork.plan.models.scale import Better, Scale
from beadwork.plan.problems import (
    MASTERY_OFF,
    NO_NAME,
    OFF_LADDER,
    OFF_SCALE,
    POINTS_OFF,
    REVIEW_TOO_SOON,
    SCALE_EMPTY,
    TEXT_TOO_LONG,
    UNKNOWN_WORD,
    WRONG_WAY,
)

MOST_STEPS = 20
LEVELS_OF_ATTAINMENT = 5
LONGEST = {"name": 120, "family_name_en": 120, "family_name_es": 120, "unit": 40, "icf": 120}
LONGEST_SAID = {"does": 200, "manner": 200, "condition": 200, "family_words_en": 300, "family_words_es": 300}


def check_goal(goal: Goal, points: tuple[tuple[str, str], ...]) -> None:
    """Refuse a goal whose area, occupation, scale, points or texts cannot be."""
    _check_words(goal)
    if not goal.name.strip() or not (goal.family_name_en or goal.family_name_es).strip():
        raise NO_NAME()
    _check_lengths(goal, LONGEST)
    _check_points(goal, points)
    if goal.high <= goal.low:
        raise SCALE_EMPTY(low=f"{goal.low:g}", high=f"{goal.high:g}")


def _check_words(goal: Goal) -> None:
    """Every word that stands on a list is on it."""
    for words, known in (
        ([goal.area], _slugs("area")),
        ([goal.occupation], _slugs("occupation")),
        ([goal.scale], set(Scale.values)),
        ([goal.better], set(Better.values)),
        ([goal.template] if goal.template else [], _offered(goal)),
        (goal.icf.split(), _slugs("icf")),
    ):
        for word in words:
            if word not in known:
                raise UNKNOWN_WORD(word=word)


def _offered(goal: Goal) -> set[str]:
    """The templates the goal's practice has."""
    return {one.slug for one in library_of(goal.practice).items("goal")} if goal.template else set()


def _slugs(kind: str) -> set[str]:
    return {one.slug for one in items(kind)}


def _check_points(goal: Goal, points: tuple[tuple[str, str], ...]) -> None:
    described = [english or spanish for english, spanish in points if (english or spanish).strip()]
    if goal.scale == Scale.ATTAINMENT and len(described) != LEVELS_OF_ATTAINMENT:
        raise POINTS_OFF(wanted=LEVELS_OF_ATTAINMENT, given=len(described))
    if goal.scale == Scale.STEPS and not 2 <= len(described) == len(points) <= MOST_STEPS:
        raise POINTS_OFF(wanted=f"2–{MOST_STEPS}", given=len(described))
    longest = max((len(text) for point in points for text in point), default=0)
    if longest > 200:
        raise TEXT_TOO_LONG(length=longest, most=200)


def check_version(goal: Goal, version: GoalVersion) -> None:
    """Refuse numbers off the scale, help off the ladder, a target that is no progress, and dates that cannot be."""
    if not version.does.strip():
        raise NO_NAME()
    _check_lengths(version, LONGEST_SAID)
    for level in (version.baseline, version.target):
        if level is not None and not goal.low <= level <= goal.high:
            raise OFF_SCALE(level=f"{level:g}", low=f"{goal.low:g}", high=f"{goal.high:g}")
    for support in (version.baseline_support, version.target_support):
        if support is not None and support.ladder_id != goal.ladder_id:
            raise OFF_LADDER()
    _check_direction(goal, version)
    if not (1 <= version.visits_running <= 20 and 1 <= version.settings_needed <= 5):
        raise MASTERY_OFF()
    if version.review_on is not None and version.review_on <= version.effective_on:
        raise REVIEW_TOO_SOON(review_on=version.review_on, day=version.effective_on)


def _check_direction(goal: Goal, version: GoalVersion) -> None:
    """The target is better than the baseline, or as good with less help."""
    if version.baseline is None or version.target is None:
        return
    gain = version.target - version.baseline
    gain = -gain if goal.better == Better.LOWER and goal.scale != Scale.SUPPORT else gain
    if gain < 0 or (gain == 0 and not _takes_less_help(version)):
        raise WRONG_WAY(target=f"{version.target:g}", baseline=f"{version.baseline:g}")


def _takes_less_help(version: GoalVersion) -> bool:
    before, after = version.baseline_support, version.target_support
    return before is None or after is None or after.rank > before.rank


def _check_lengths(row: Goal | GoalVersion, longest: dict[str, int]) -> None:
    for name, most in longest.items():
        if len(getattr(row, name)) > most:
            raise TEXT_TOO_LONG(length=len(getattr(row, name)), most=most)
