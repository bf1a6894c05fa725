"""The markup languages that text formats are written in, one room each; `exporters.text` chooses among them."""
