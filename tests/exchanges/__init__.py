"""Exchanges between two people."""
