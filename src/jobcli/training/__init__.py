"""How one gets there: length and cost of paths, admission, funding, steps, calendar, payback."""
