"""The kinds of content there are, and the class of each."""

from beadwork.knowledge.item import Item
from beadwork.knowledge.kinds.activity import Activity
from beadwork.knowledge.kinds.catalogue import (
    Area,
    Condition,
    Equipment,
    Factor,
    IcfCode,
    Instrument,
    Occupation,
    Skill,
)
from beadwork.knowledge.kinds.development import Milestone, MilestoneSet, Path, Window
from beadwork.knowledge.kinds.evaluation import Question, Task
from beadwork.knowledge.kinds.family import Call, Ready
from beadwork.knowledge.kinds.goal import GoalTemplate
from beadwork.knowledge.kinds.response import Response
from beadwork.knowledge.kinds.words import AgeBand, Feeling, Material, Reviewer, Source, Support, Word

VOCABULARIES: dict[str, type[Item]] = {
    "age-band": AgeBand,
    "material": Material,
    **dict.fromkeys(
        (
            "allergen", "area-group", "band-kind", "call-group", "condition-group", "direction", "domain", "energy",
            "equipment-group", "evidence", "factor-group", "goes-to", "grouping", "hazard", "icon", "interest",
            "milestone-domain", "moment", "mood", "occasion", "position", "precaution", "routine", "scale",
            "score-kind", "seen", "sensory", "setting", "skill-group", "topic", "urgency",
        ),
        Word,
    ),
}  # fmt: skip

KINDS: dict[str, type[Item]] = VOCABULARIES | {
    "activity": Activity,
    "area": Area,
    "call": Call,
    "condition": Condition,
    "equipment": Equipment,
    "factor": Factor,
    "feeling": Feeling,
    "goal": GoalTemplate,
    "icf": IcfCode,
    "instrument": Instrument,
    "milestone": Milestone,
    "milestone-set": MilestoneSet,
    "occupation": Occupation,
    "path": Path,
    "question": Question,
    "ready": Ready,
    "response": Response,
    "reviewer": Reviewer,
    "skill": Skill,
    "source": Source,
    "support": Support,
    "task": Task,
    "window": Window,
}

__all__ = ["KINDS", "VOCABULARIES"]
