"""What a process imports before it forks: all that a review needs, and nothing that a fork does not survive.

Libraries are imported and never used here: polars, duckdb, numba, a BLAS that ran on threads, sockets of
ZeroMQ and event loops hang or kill the children that find them in use. No data is read. What is read are the
package's own model files, which are the same for everybody.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pkgutil import walk_packages

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""One report a process, one process a core: threads of their own would only get in each other's way."""
FEW_OBJECTS = 20_000
"""New objects after which garbage is looked for: a process of one report leaves little, and ends soon."""
ROOMS = ("model", "intake", "measure", "interpret", "publish", "workspace", "review")
LIBRARIES = (
    "alliance_analytics.batch.inside",
    "alliance_analytics.batch.running",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "matplotlib.pyplot",
    "scipy.stats",
    "seaborn",
)


def without_the_slow_check() -> None:
    """Spare every process a second: a check of web addresses that reading notebooks imports and never uses.

    jsonschema looks for it with a guard, and uses it only for a format that notebooks do not have.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def warm_up() -> None:
    """Import all, read the model, and put it where the collector of garbage does not touch it any more."""
    os.environ.update(ONE_THREAD)
    # Figures drawn by name go to a backend without a window; a notebook's own is chosen after the fork.
    os.environ["MPLBACKEND"] = "agg"
    without_the_slow_check()
    for name in LIBRARIES:
        import_module(name)
    for room in ROOMS:
        _import_all(f"alliance_analytics.{room}")
    _read_the_model()
    gc.collect()
    gc.freeze()
    gc.set_threshold(FEW_OBJECTS)


def _import_all(name: str) -> None:
    room = import_module(name)
    for module in walk_packages(room.__path__, f"{name}."):
        import_module(module.name)


def _read_the_model() -> None:
    """Read what every review reads of the package itself."""
    from alliance_analytics.interpret.themes.evidence import make_ready  # noqa: PLC0415 - after the thread settings
    from alliance_analytics.model.answer_scales import answer_scales  # noqa: PLC0415
    from alliance_analytics.model.codebook import codebook  # noqa: PLC0415
    from alliance_analytics.model.instruments import default_instrument  # noqa: PLC0415
    from alliance_analytics.publish.page.templating import stylesheet  # noqa: PLC0415
    from alliance_analytics.publish.wording import words  # noqa: PLC0415

    answer_scales()
    default_instrument()
    make_ready(codebook())
    stylesheet()
    for area in ("figures", "page", "review"):
        words(area, "en")
