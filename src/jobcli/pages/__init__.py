"""Answers become pages for people: words and numbers of both languages. Nothing here writes to a stream."""
