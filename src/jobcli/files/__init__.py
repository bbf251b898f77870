"""Text to records and back: the only room that knows YAML, and where the person's own files lie."""
