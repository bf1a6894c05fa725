"""The ground floor: plans, their TOML files and their git history. Imports neither tui nor exporters."""
