"""A Bilaga 2 as a PDF: `bilaga` makes a plan of it, the other rooms read the file."""
