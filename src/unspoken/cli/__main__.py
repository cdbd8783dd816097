"""``python -m unspoken.cli``."""

from unspoken.cli import main

main()
