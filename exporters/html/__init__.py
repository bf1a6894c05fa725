"""A document as one web page that needs nothing beside it: `page` makes it, of a template, a style and a script."""
