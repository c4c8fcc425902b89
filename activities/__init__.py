"""Everything that touches the world outside a case."""
