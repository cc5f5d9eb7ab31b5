"""The animator's window: what comes from the cabinets of a region, and what it amounts to."""
