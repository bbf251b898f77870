"""The contract with programs: what the JSON of every command holds, as types with a sentence for each key.

The JSON Schema of `jobcli schema output` is made from them, and mypy holds the functions that build the results to
them. No command loads them but that one: elsewhere they are imported for the type checker only.
"""
