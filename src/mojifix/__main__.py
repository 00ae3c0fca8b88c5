"""``python -m mojifix``: the same as the ``mojifix`` command."""

import sys

from mojifix.cli import main

if __name__ == "__main__":
    sys.exit(main())
