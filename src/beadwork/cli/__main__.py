"""`python -m beadwork.cli`."""

import sys

from beadwork.cli import main

sys.exit(main())
