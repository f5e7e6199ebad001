"""The chooser itself: arithmetic on content and one child's situation. No Django, no clock, no chance."""

from beadwork.activities.choosing.at_home import family_versions
from beadwork.activities.choosing.history import Done
from beadwork.activities.choosing.proposal import Pick, Proposal, propose
from beadwork.activities.choosing.ranking import Ranking
from beadwork.activities.choosing.reasons import Reason
from beadwork.activities.choosing.rules import RULES, Fault, faults
from beadwork.activities.choosing.shelf import Shelf
from beadwork.activities.choosing.situation import Aim, Situation
from beadwork.activities.choosing.weights import USUAL, Weights
from beadwork.activities.choosing.why_not import WhyNot, why_not

__all__ = [
    "RULES",
    "USUAL",
    "Aim",
    "Done",
    "Fault",
    "Pick",
    "Proposal",
    "Ranking",
    "Reason",
    "Shelf",
    "Situation",
    "Weights",
    "WhyNot",
    "family_versions",
    "faults",
    "propose",
    "why_not",
]
