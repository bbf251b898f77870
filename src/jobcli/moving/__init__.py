"""From role to role: fit, comparison, the map of moves, routes."""
