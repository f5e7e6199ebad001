"""The web server of `demo` and `serve`."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable

from beadwork.cli import ground
from beadwork.cli.say import Stop

SECONDS_TO_START = 30
SECONDS_TO_STOP = 10


def serve(host: str, port: int, *, workers: int, then: Callable[[], None]) -> int:
    """Run granian until it is stopped, by Ctrl-C or by SIGTERM; call `then` once it answers."""
    ground.check_port(host, port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped politely: granian stops, too
    with subprocess.Popen(command(host, port, workers=workers), start_new_session=True) as server:
        try:
            wait_until_it_answers(server, host, port)
            then()
            return server.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            _end(server)


def _end(server: subprocess.Popen[bytes]) -> None:
    """Let granian finish what it is answering; where it does not listen (it was still starting), end all of it."""
    server.terminate()
    try:
        server.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)


def command(host: str, port: int, *, workers: int) -> list[str]:
    """The command line of the server."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--no-ws",
        "--workers", str(workers), "--blocking-threads", "4", "--backpressure", "64", "--log-level", "warning",
        "beadwork.web.wsgi:application",
    ]  # fmt: skip


def wait_until_it_answers(server: subprocess.Popen[bytes], host: str, port: int) -> None:
    """Return once the sign-in page answers; stop where the server stopped, or does not answer in time."""
    url = f"http://{host}:{port}/account/login/"
    request = urllib.request.Request(url, headers={"X-Forwarded-Proto": "https"})
    for _ in range(SECONDS_TO_START * 20):
        if server.poll() is not None:
            raise Stop("The server stopped while starting; the lines above say why.")
        try:
            urllib.request.urlopen(request, timeout=2)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise Stop(f"The server did not answer within {SECONDS_TO_START} seconds; the lines above may say why.")
