"""From text to records: the only room that knows YAML and where profiles lie."""
