"""From somebody else's file to a plan: reports as text, Word and PDF, and the project's own CSV, JSON and Excel."""
