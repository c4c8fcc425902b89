"""The procedure, readable as the law. It decides nothing itself: domain/ does."""
