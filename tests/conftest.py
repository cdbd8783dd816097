"""What holds for all tests: none of them fails for being slow, since machines are."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", parent=settings(), deadline=None)  # else as here, or as where tests run unattended
settings.load_profile("patient")
