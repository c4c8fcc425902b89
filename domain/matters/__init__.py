"""What runs beside the procedure: each matter is set going by an act, and known by the version of that act."""
