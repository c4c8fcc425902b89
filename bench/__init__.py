"""How fast cases go, measured beside a bare Temporal flow on the same server in the same run: `make bench`."""
