"""Placeholder docstring: see CONTRIBUTING.md."""
