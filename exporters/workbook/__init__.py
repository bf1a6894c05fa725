"""Excel: the plans as tables to fill in and bring back, and a sheet for each report."""
