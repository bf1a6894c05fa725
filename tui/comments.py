"""What a comment becomes when it has been edited: the same ends as before, and nothing for a blank one."""

from __future__ import annotations


def editable(comment: str | None) -> str:
    """Return a comment as it is edited: without the line end that a multi-line TOML text closes with."""
    return (comment or "").removesuffix("\n")


def edited(before: str | None, text: str) -> str | None:
    """Return the comment that an edited text makes, given what it was before; None when it is blank."""
    kept = text.rstrip()
    if not kept:
        return None
    if kept == (before or "").rstrip():
        return before
    ends_with_newline = "\n" in kept if before is None or "\n" not in before.rstrip() else before.endswith("\n")
    return kept + "\n" if ends_with_newline else kept
