"""The person's own data on disk: one file each, replaced whole, under a lock. What is in a file is for others to know."""
