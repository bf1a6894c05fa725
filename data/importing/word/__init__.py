"""A Bilaga 2 as a Word file: `bilaga` makes a plan of it, the other rooms read the file."""
