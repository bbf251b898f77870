"""The first screen of each answer: at most 24 lines at 80 columns, what was asked first, and two commands at its end."""
