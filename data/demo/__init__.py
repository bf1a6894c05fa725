"""The example region: its TOML files, the history they are given, and the builder of its repository."""
