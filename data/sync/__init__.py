"""Many clones of one region, one truth: fetch, merge by field, push, and take what came into the folder."""
