"""The process of the command line: made ready before anything heavy is there, as the user wants it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from unspoken.threads import ONE_FOR_PRODUCTS

CODE = (
    "import gc, os, sys\nfrom unspoken.cli import main\n"
    "before, sys.argv = gc.get_threshold(), ['unspoken', '--version']\n"
    "try:\n    main()\nexcept SystemExit:\n    pass\n"
    "print(os.environ['OPENBLAS_NUM_THREADS'], gc.isenabled() and gc.get_threshold() > before)"
)


@pytest.mark.parametrize(("own", "found"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_small_products_get_one_core_unless_the_user_gives_more(own: dict[str, str], found: str) -> None:
    given = {name: value for name, value in os.environ.items() if name not in ONE_FOR_PRODUCTS}
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True, env=given | own)
    assert done.stdout.splitlines()[-1] == f"{found} True"
