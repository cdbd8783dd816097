"""Stories as objects of other libraries, each imported when it is asked for."""
