"""Forfaits: what is used, what will be lost, what can be billed."""
