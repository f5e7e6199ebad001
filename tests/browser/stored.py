"""What the product really stored, read from its database beside it: the screen may say nothing else."""

import sqlite3
from pathlib import Path
from typing import Any


def stored(data: Path, sql: str, *values: str) -> list[tuple[Any, ...]]:
    """The rows of one question to the demo's database, which is opened for reading only."""
    with sqlite3.connect(f"file:{data / 'demo.sqlite3'}?mode=ro", uri=True) as database:
        return database.execute(sql, values).fetchall()


STANDING = """
SELECT attempt.success, level.slug
FROM record_attempt AS attempt
JOIN plan_goal AS goal ON goal.id = attempt.goal_id
JOIN plan_supportlevel AS level ON level.id = attempt.support_id
WHERE goal.name = ? AND NOT attempt.withdrawn
AND NOT EXISTS (SELECT 1 FROM record_attempt AS later WHERE later.supersedes_id = attempt.id)
ORDER BY attempt.at, attempt.id
"""
"""The attempts at a goal that stand: not taken back, and not replaced by a later row."""
