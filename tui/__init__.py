"""The floor that a person meets: the Textual app and the command line. Imports exporters and data."""

__version__ = "0.1.0"
