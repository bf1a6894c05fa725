"""The reports, one room each; `exporters.registry` chooses among them."""
