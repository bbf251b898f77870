"""What things are: frozen records with no input, no output and no opinion about a screen."""
