"""An earlier årsredovisning as text → a plan: its fokusområden, verdicts, uppdrag and indikatorer."""
