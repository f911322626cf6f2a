"""XML walked within bounds, in the shape that a document of JSON has."""
