"""PDF: a document set by Typst, tagged as PDF/UA-1 and PDF/A-2a at once."""
