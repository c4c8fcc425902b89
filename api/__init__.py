"""The HTTP interface: authenticate, parse, one call, answer."""
