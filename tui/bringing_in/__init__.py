"""What `trafikljus import` does with a file: a new plan of it, or changes to the one that is there."""
