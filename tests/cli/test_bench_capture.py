"""`bench capture`: a missed figure is named, and the longest task is that of the page and of nothing else."""

from dataclasses import replace

import pytest

from beadwork.cli.bench import capture
from beadwork.cli.bench.tablet import Figures
from beadwork.cli.bench.tasks import longest

FINE = Figures(
    durable_p50=10, durable_p99=50, bare_p50=1, ready_p50=300, ready=1000, bytes=122_880,
    opening=(50, 20), recording=(50, 20),
)  # fmt: skip


def test_figures_that_are_reached_are_not_named():
    assert all(line.startswith("ok") for line in capture.table(FINE))


@pytest.mark.parametrize(
    ("worse", "named"),
    [
        ({"durable_p99": 50.1}, "a tap, durable"),
        ({"ready": 1000.1}, "ready offline"),
        ({"bytes": 122_881}, "over the wire"),
        ({"recording": (50.1, 20)}, "longest task"),
    ],
)
def test_a_figure_that_is_missed_is_named(monkeypatch, capsys, worse, named):
    monkeypatch.setattr(capture, "_measure", lambda taps, visits: replace(FINE, **worse))
    assert capture.run([]) == 1
    [missed] = [line for line in capsys.readouterr().out.splitlines() if line.startswith("MISSED")]
    assert named in missed


def test_the_longest_task_is_the_pages_own():
    def task(thread, took, name="ThreadControllerImpl::RunTask"):
        return {"name": name, "pid": 7, "tid": thread, "dur": took * 1000, "tdur": took * 500}

    names = {1: "CrRendererMain", 2: "Compositor"}
    threads = [
        {"name": "thread_name", "pid": 7, "tid": tid, "args": {"name": name}} for tid, name in names.items()
    ]
    assert longest([*threads, task(1, 12), task(1, 30), task(2, 90), task(1, 99, "Layout")]) == (30, 15)
