"""Logging set-up: a rotating file that holds types and places, never a patient's data."""
