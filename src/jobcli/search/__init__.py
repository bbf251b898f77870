"""The words that a person types become roles."""
