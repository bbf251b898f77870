"""The prompt: the only room that knows Typer, streams, the clock and exit codes."""
