"""What Tab offers, and the scripts that teach a shell to ask."""
