"""``python -m benchmarks.mutations --count 10000 --seed 1``."""

import sys

from benchmarks.mutations.running import main

sys.exit(main(sys.argv[1:]))
