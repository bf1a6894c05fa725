"""From somebody else's file to a plan: a Bilaga 2 as text, and the project's own CSV and JSON."""
