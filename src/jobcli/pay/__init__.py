"""What a role pays: the wage index, the start of an estimate, factors, the estimate, benefits, how firm it all is."""
