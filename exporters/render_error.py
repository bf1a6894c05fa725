"""What is raised when a format cannot hold a document."""

from __future__ import annotations


class RenderError(Exception):
    """A document did not become a file; the message is one Swedish line that says why and what to do."""
