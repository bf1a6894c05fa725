"""A document as a Word file: styles for everything, so that a colleague can go on; `render` begins."""
