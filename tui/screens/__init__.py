"""The main screen and the dialogs over it; one screen a file, its style sheet beside it."""
