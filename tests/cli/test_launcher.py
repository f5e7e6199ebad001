"""The launcher on a machine that lacks something: one clear line that says what to do."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = [pytest.mark.once, pytest.mark.long]
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


REAL = {"BEADWORK_SECRET": "x" * 40, "BEADWORK_HOSTS": "beads.example.org"}


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"BEADWORK_SECRET_FILE": "/nowhere/secret"}, "BEADWORK_SECRET_FILE cannot be read"),
        ({"BEADWORK_DATABASE_URL": "mysql://x/y"}, "starts with neither postgresql:// nor sqlite://"),
        ({"BEADWORK_DATABASE_URL": "postgresql://x:y@127.0.0.1:1/z"}, "The database does not answer"),
        ({"BEADWORK_DATABASE_URL": "sqlite:////nowhere/x.sqlite3"}, "The database does not answer"),
        ({"BEADWORK_EMAIL_PORT": "mail"}, "BEADWORK_EMAIL_PORT is “mail”"),
        ({"BEADWORK_EMAIL_USER": "beads"}, "BEADWORK_EMAIL_PASSWORD is not set"),
        ({"BEADWORK_DATA": "/dev/null/beads"}, "The folder /dev/null/beads cannot be made"),
    ],
)
def test_serve_says_in_one_line_what_is_wrong(tmp_path, environment, said):
    done = command("serve", "--port", free_port(), **REAL | {"BEADWORK_DATA": str(tmp_path)} | environment)
    assert said in last_line(done)
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:///{folder}/empty.sqlite3", "nothing of Beadwork's in this database"),
        ("postgresql://x:y@127.0.0.1:1/z", "The database does not answer"),
    ],
)
def test_verify_events_does_not_call_an_empty_database_whole(tmp_path, url, said):
    done = command("verify-events", **REAL, BEADWORK_DATABASE_URL=url.format(folder=tmp_path))
    assert said in last_line(done)


def test_the_demo_does_not_start_beside_a_real_secret(tmp_path):
    done = command("demo", **REAL, BEADWORK_DATA=str(tmp_path))
    assert "set up for a real practice" in last_line(done)


def test_a_practice_is_opened_with_a_link_to_choose_a_password_and_the_demo_leaves_it_alone(tmp_path):
    practice = ["--name", "Wooden Bead", "--kind", "clinic", "--time-zone", "America/Chicago"]
    director = ["--director-name", "Ruth Stein", "--director-email", "ruth@example.org"]
    here = {"BEADWORK_DATA": str(tmp_path), "BEADWORK_DATABASE_URL": f"sqlite:///{tmp_path}/real.sqlite3"}
    opened = command("open-practice", *practice, *director, **REAL, **here)
    assert "\nhttps://beads.example.org/account/password/reset/key/" in opened.stdout
    demo = command("demo", "--make-only", "--port", free_port(), **here)
    assert "a practice that the demo did not make" in last_line(demo)


def test_serve_answers_behind_its_proxy_and_leaves_nothing_running(tmp_path):
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "beadwork.cli", "serve", "--port", port, "--workers", "1"],
        env={**os.environ, **REAL, "BEADWORK_DATA": str(tmp_path)}, stdout=subprocess.PIPE, text=True,
    ) as server:  # fmt: skip
        assert server.stdout.readline() == f"Beadwork is serving at 127.0.0.1:{port}.\n"
        assert answer(port, {"Host": "beads.example.org", "X-Forwarded-Proto": "https"}) == 200
        assert answer(port, {"Host": "beads.example.org"}) == 301
        assert answer(port, {"Host": "other.example.org", "X-Forwarded-Proto": "https"}) == 400
        server.terminate()
    assert server.returncode == 0
    with pytest.raises(ConnectionRefusedError):
        answer(port, {})


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def answer(port: str, headers: dict[str, str]) -> int:
    """The status of the sign-in page, without following where it leads."""
    with closing(http.client.HTTPConnection("127.0.0.1", int(port), timeout=20)) as connection:
        connection.request("GET", "/account/login/", headers=headers)
        return connection.getresponse().status
