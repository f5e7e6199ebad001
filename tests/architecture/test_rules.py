"""The rules of the house that a test can hold. `docs/` says why; this file says whether."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, models

from beadwork.core.privacy import unclassified

pytestmark = pytest.mark.once
SOURCE = Path(__file__).resolve().parents[2] / "src" / "beadwork"
PYTHON = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
OURS = [
    model for model in apps.get_models(include_auto_created=False) if model.__module__.startswith("beadwork")
]
LONGEST = 250


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def code(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_has_a_privacy_class(model):
    assert unclassified(model) == set()


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_a_row_about_a_child_carries_its_practice(model):
    fields = {field.name for field in model._meta.get_fields()}
    assert "child" not in fields or "practice" in fields or model.__name__ == "Event"


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_who_and_when_come_in_pairs(model):
    """A nullable `…_at` beside a `…_by` is held together by a check constraint."""
    fields = {field.name: field for field in model._meta.local_concrete_fields}
    pairs = [n[:-3] for n, f in fields.items() if n.endswith("_at") and f.null and f"{n[:-3]}_by" in fields]
    checks = " ".join(
        str(constraint.condition)
        for constraint in model._meta.constraints
        if hasattr(constraint, "condition")
    )
    assert [pair for pair in pairs if f"{pair}_by__isnull" not in checks] == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_nothing_is_deleted_by_way_of_something_else(model):
    links = [field for field in model._meta.local_fields if isinstance(field, models.ForeignKey)]
    assert [link.name for link in links if link.remote_field.on_delete is not models.PROTECT] == []


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_no_file_is_long_enough_for_two_nouns(path):
    assert len(code(path).splitlines()) <= LONGEST


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_no_signals_no_save_overrides_and_no_swallowed_exceptions(path):
    tree = ast.parse(code(path))
    imported = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert not imported & {
        "receiver",
        "post_save",
        "pre_save",
        "post_delete",
        "pre_delete",
        "m2m_changed",
        "Signal",
    }
    defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert not defined & {"save", "delete"}
    silent = [n.lineno for n in ast.walk(tree) if isinstance(n, ast.ExceptHandler) and _is_pass(n.body)]
    assert silent == []


def _is_pass(body: list[ast.stmt]) -> bool:
    return all(isinstance(line, ast.Pass) for line in body)


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_only_the_doors_know_of_requests(path):
    if path.relative_to(SOURCE).parts[0] not in {"web", "sync", "cli"}:
        assert re.findall(r"from (?:django\.(?:http|shortcuts|views|forms)|allauth)\b", code(path)) == []


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_changes_are_made_in_actions(path):
    parts = path.relative_to(SOURCE).parts
    if "actions" in parts or path.name == "actions.py" or parts in WRITERS:
        return
    writes = re.findall(
        r"\.(?:bulk_create|bulk_update|get_or_create|update_or_create|objects\.create)\(", code(path)
    )
    assert writes == []


WRITERS = {
    ("core", "events.py"),  # the chain, called by every action
    ("people", "models", "user.py"),  # Django's own way to make a user
    (
        "cli",
        "bench",
        "measure.py",
    ),  # the bare rows that recording is measured against, in a practice of the bench
    ("cli", "copy_database.py"),  # rows as they are, from one database into another
    ("record", "store.py"),  # the batch writer behind record's actions
}


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_actions_take_who_and_when_by_keyword(path):
    if not ("actions" in path.parts or path.name == "actions.py"):
        return
    public = [n for n in ast.parse(code(path)).body if isinstance(n, ast.FunctionDef) and _is_action(n)]
    for function in public:
        keywords = {argument.arg for argument in function.args.kwonlyargs}
        assert {"at"} <= keywords, f"{function.name} has no keyword-only `at`"


def _is_action(function: ast.FunctionDef) -> bool:
    """A public function that opens a transaction: that is what makes it a change."""
    marks = {ast.unparse(decorator) for decorator in function.decorator_list}
    return not function.name.startswith("_") and "transaction.atomic" in marks


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_loads_nothing_from_elsewhere_and_has_no_inline_code(path):
    text = code(path)
    assert (
        re.findall(r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*(?:https?:)?//[^>]*>", text) == []
    )
    assert re.findall(r"<script\b(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=\"", text) == []


@pytest.mark.parametrize("path", sorted((SOURCE / "web" / "static").rglob("*.css")), ids=name)
def test_a_style_sheet_fetches_nothing_from_elsewhere(path):
    assert re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", code(path)) == []


def test_migrations_say_what_they_do():
    names = [path.stem for path in SOURCE.rglob("migrations/0*.py")]
    assert [name for name in names if "_auto_" in name] == []


def test_no_room_is_without_its_one_line():
    packages = [path for path in SOURCE.iterdir() if (path / "__init__.py").exists()]
    assert [
        room.name for room in packages if not ast.get_docstring(ast.parse(code(room / "__init__.py")))
    ] == []


@pytest.mark.django_db
def test_the_database_has_no_table_without_a_model():
    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {
        "django_migrations"
    }
    assert set(connection.introspection.table_names()) <= known
