"""What someone likes doing becomes fields of work: answers are scored, compared with occupations, and drawn again."""
