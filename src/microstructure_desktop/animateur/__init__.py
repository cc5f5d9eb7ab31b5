"""The receiving side: the register of what cabinets send to the regional animator."""
