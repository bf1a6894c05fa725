"""The middle floor: reports as format-free documents, and the formats that render them. Imports data only."""
