"""What a reader must know before trusting a number: short codes with plain texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Caution:
    """A short code for programs and one sentence for people."""

    code: str
    text: str


_TEXTS = {
    # how much was observed
    "few_points": "There are fewer than five points in a phase or series; one more point could change the picture.",
    "not_enough_data": "There are too few points to say anything yet.",
    "no_baseline": "There is no baseline, so change cannot be told from where the child started.",
    "short_history": "The series covers a short time; what happens over months has not been seen yet.",
    "gap": "There is a long gap between observations; much may have happened unseen.",
    "uneven_visits": "The observations are unevenly spaced in time.",
    "few_trials": "There are few tries behind each point, so single points are noisy.",
    # what the data look like
    "baseline_trend": "The baseline was already moving, so part of the change may not be due to what followed it.",
    "baseline_varies_little": "The baseline hardly varies, so an effect measured in baseline spreads is inflated.",
    "autocorrelated": "Neighbouring points resemble each other, so the interval is too narrow.",
    "ties": "Many values are equal; the measure can hardly tell them apart.",
    "ceiling": "Most of the points sit at the top of the scale; further change cannot show.",
    "floor": "Most of the points sit at the bottom of the scale; further change cannot show.",
    "constant": "All points are the same, so there is no spread to measure with.",
    "outlier": "One point decides this number; without it the picture would differ.",
    # what the method does
    "independence_assumed": "The standard error and interval treat sessions as independent; a child's sessions are not "
    "quite, so the true uncertainty is larger.",
    "no_standard_error": "No trustworthy standard error is known for this measure, so it has no interval.",
    "conventional": "The label is a rule of thumb, not a finding about this child.",
    "outside_range": "The value lies outside -1 to 1, which this definition allows; it is not a share.",
    "undefined": "The number cannot be computed from these data.",
    "truncated_mean": "A phase mean of zero was replaced by the smallest value the scale can show.",
    "goal_near_baseline": "The goal lies close to the baseline, so percent of goal jumps with small differences.",
    "goal_behind_baseline": "The baseline was already at or beyond the goal.",
    "extrapolated": "The number reaches beyond what was observed.",
    "many_measures": "Different measures answer different questions; choose beforehand, not by the largest number.",
    "default_prior": "The forecast leans on how other published series developed, not on children of this practice.",
    "plateau": "The recent points no longer rise.",
    "weak_watch": "With so few tries a probe, a real drop of a quarter of the scale shows within three probes less "
    "often than eight times in ten; more tries a probe help more than more rules.",
    # scores, goals, observers
    "normal_assumed": "The conversion assumes a normal curve; the published table of the instrument comes first.",
    "tail": "The score lies in the far tail, where a small difference in score is a large one in rank.",
    "own_scale": "The levels were set for this child; never compare children by this number.",
    "baseline_at_floor": "A start at the lowest level leaves no room to show that things became worse.",
    "levels_unsure": "Goal levels are rated with only fair agreement between raters.",
    "unlike_scales": "The goals do not lie on one scale; read the single goals before the summary.",
    "same_chance": "All tries are taken to have the same chance; help, tiredness and setting change it.",
    "convention_only": "The mastery rule is a convention; how often it is passed too early is a matter of chance.",
    "simulated": "The number comes from simulation with a fixed seed and carries simulation error.",
    "rare_category": "Nearly all ratings fall into one category, which makes kappa unstable.",
    "one_sided_disagreement": "One observer rates higher than the other almost throughout.",
    "spread_grows": "The differences grow with the level, so fixed limits of agreement fit badly.",
}


def caution(code: str) -> Caution:
    """Return the caution with this code; KeyError names an unknown one."""
    return Caution(code, _TEXTS[code])


def known_codes() -> frozenset[str]:
    """Every code this library can give."""
    return frozenset(_TEXTS)
