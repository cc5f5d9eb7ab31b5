"""Printed documents: domain objects in, PDF bytes out."""
