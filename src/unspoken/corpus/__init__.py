"""Many works at once: from folders, archives and tables to one data set. What is done with a work knows no engine."""
