"""What holds for all tests: none of them fails for being slow, since machines are, and several run side by side."""

from __future__ import annotations

import os

from hypothesis import settings

from unspoken.threads import ONE_FOR_PRODUCTS

os.environ.update(ONE_FOR_PRODUCTS)  # before numpy is imported, as the command line does it

settings.register_profile("patient", parent=settings(), deadline=None)  # else as here, or as where tests run unattended
settings.load_profile("patient")
