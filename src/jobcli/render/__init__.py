"""From results to text: the only room that knows Rich. Nothing here writes to a stream."""
