"""The law and the municipality's policy as pure functions of a case and a date."""
