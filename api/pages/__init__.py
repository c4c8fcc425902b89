"""The pages: server-rendered, on the same acts, rules and queries as the API."""
