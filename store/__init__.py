"""PostgreSQL: the copy of every case that people search and read, and what must outlive Temporal's retention."""
