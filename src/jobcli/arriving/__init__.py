"""What a foreign qualification and a passport mean for an occupation, as far as law and figures say it."""
