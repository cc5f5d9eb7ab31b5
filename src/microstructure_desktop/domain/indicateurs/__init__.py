"""The indicators of a month and of a year, one function each, counted from what was recorded."""
