"""A Mål och budget as text → what was decided: fokusområden, mål, and the nämnder that answer for them."""
