"""A library for one writer or scholar: works that were read, in one file, to be searched together."""

from unspoken.library.place import usual_path
from unspoken.library.records import Added, Evidence, Hit, Person, Recurring, Work
from unspoken.library.shelf import Library

__all__ = ["Added", "Evidence", "Hit", "Library", "Person", "Recurring", "Work", "usual_path"]
