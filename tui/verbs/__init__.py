"""What the main screen's actions do: one room a subject, one function an action, named by `tui.actions`."""
