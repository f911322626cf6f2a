"""JSON text walked within bounds, with the place of every value."""
