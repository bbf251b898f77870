"""Records and figures become results: pure functions; the day is an argument."""
