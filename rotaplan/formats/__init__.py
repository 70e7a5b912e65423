"""Foreign formats: each module turns one of them into a workbook that a planner can open."""
