"""``python -m benchmarks.reference FOLDER``."""

import sys

from benchmarks.reference.running import main

sys.exit(main(sys.argv[1:]))
