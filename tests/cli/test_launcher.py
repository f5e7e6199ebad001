"""The launcher on a machine that lacks something: one clear line that says what to do."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once
HOUSE = Path(__file__).resolve().parents[2]
TOOLS = ["sh", "dirname", "df", "awk", "find", "touch", "cat", "rm", "grep", "uname", "env"]


@pytest.fixture
def machine(tmp_path):
    """A fresh clone on a machine with a shell and little else; `install` puts a command on it."""
    house, programs = tmp_path / "beadwork", tmp_path / "bin"
    house.mkdir()
    programs.mkdir()
    for name in ("beadwork", "uv.lock", "pyproject.toml"):
        shutil.copy(HOUSE / name, house / name)
    for tool in TOOLS:
        (programs / tool).symlink_to(shutil.which(tool))
    return house


def install(machine: Path, name: str, script: str) -> None:
    path = machine.parent / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def start(machine: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["/bin/sh", machine / "beadwork", *arguments],
        env={"PATH": str(machine.parent / "bin"), "HOME": str(machine.parent)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def last_line(done: subprocess.CompletedProcess) -> str:
    assert done.returncode == 1
    return done.stderr.strip().splitlines()[-1]


def test_without_python_it_names_the_python_it_needs(machine):
    assert "Python 3.11 or newer is needed" in last_line(start(machine, "demo"))


def test_an_old_python_counts_as_none(machine):
    install(machine, "python3", "exit 1")
    assert "Python 3.11 or newer is needed" in last_line(start(machine, "demo"))


def test_without_the_venv_module_it_names_the_package(machine):
    install(machine, "python3", 'case "$*" in *ensurepip*) exit 1 ;; *) exit 0 ;; esac')
    assert "apt install python3-venv" in last_line(start(machine, "demo"))


def test_without_disk_space_it_stops_before_it_begins(machine):
    install(machine, "df", "echo head; echo disk 1 1 20480 99% /")
    assert "20 MB left and about 1000 MB are needed" in last_line(start(machine, "demo"))


@pytest.mark.parametrize(
    ("failure", "advice"),
    [
        ("error: dns error: failed to lookup address", "no network"),
        ("error: No space left on device (os error 28)", "The disk is full"),
        ("error: something odd", "the lines above say why"),
    ],
)
def test_when_fetching_fails_it_says_why(machine, failure, advice):
    install(machine, "python3", "exit 0")
    install(machine, "uv", f"echo '{failure}' >&2; exit 2")
    assert advice in last_line(start(machine, "demo"))


def test_it_installs_once(machine):
    install(machine, "python3", "exit 0")
    fake_python = f"{machine}/.venv/bin/python"
    install(
        machine,
        "uv",
        f"echo x >> {machine}/calls; mkdir -p {machine}/.venv/bin\nprintf '#!/bin/sh' > {fake_python}; "
        f"chmod +x {fake_python}",
    )
    for tool in ("mkdir", "chmod"):
        (machine.parent / "bin" / tool).symlink_to(shutil.which(tool))
    for _ in range(2):
        assert start(machine, "demo").returncode == 0
    assert (machine / "calls").read_text() == "x\n"


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """A command as the launcher runs it, once everything is installed."""
    return subprocess.run(
        [sys.executable, "-m", "beadwork.cli", *arguments],
        env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_port_in_use_is_named_with_the_next_one(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = command("demo", "--port", str(port), BEADWORK_DATA=str(tmp_path))
    assert f"Port {port} is in use" in last_line(done)
    assert f"--port {port + 1}" in last_line(done)


def test_serve_refuses_to_start_without_a_secret(tmp_path):
    environment = {
        "BEADWORK_DATA": str(tmp_path),
        "BEADWORK_SECRET": "",
        "BEADWORK_HOSTS": "beads.example.org",
    }
    assert "BEADWORK_SECRET is not set" in last_line(command("serve", **environment))


def test_serve_refuses_a_short_secret(tmp_path):
    environment = {
        "BEADWORK_DATA": str(tmp_path),
        "BEADWORK_SECRET": "short",
        "BEADWORK_HOSTS": "beads.example.org",
    }
    assert "shorter than 32 characters" in last_line(command("serve", **environment))


def test_serve_refuses_to_start_without_its_host_names(tmp_path):
    environment = {"BEADWORK_DATA": str(tmp_path), "BEADWORK_SECRET": "x" * 40, "BEADWORK_HOSTS": ""}
    assert "BEADWORK_HOSTS is not set" in last_line(command("serve", **environment))


def test_an_unknown_command_lists_the_ones_there_are():
    done = command("dmeo")
    assert done.returncode == 2
    assert "invalid choice: 'dmeo'" in done.stderr
    assert "demo" in done.stderr
