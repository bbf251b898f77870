"""The official occupations: their names, figures, skills and trainings, in one file that SQLite reads."""
