"""Rotation and shift planning: from the planner's workbook to a judged schedule."""

__version__ = "0.1.0"
