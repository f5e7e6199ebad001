"""One database, measured: `python -m beadwork.cli.bench.once CHILDREN [FROM]` makes or copies it, and prints JSON."""

import json
import sys

from beadwork.cli import ground


def main(children: int, source: str = "") -> None:
    """Make the practice if it is not there, or copy it from the database at `source`; set the scene, and measure."""
    ground.set_up(ground.DEMO)
    from django.conf import settings

    settings.ROOT_URLCONF = "beadwork.cli.bench.urls"
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    ground.migrate()
    ground.collect_static()
    from beadwork.cli.bench.measure import everything
    from beadwork.cli.bench.scene import make_practice, set_scene
    from beadwork.cli.copy_database import copy_from
    from beadwork.people.models import Practice

    if source and not Practice.objects.exists():
        copy_from(source)
    make_practice(children)
    print(json.dumps(everything(set_scene())))


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
