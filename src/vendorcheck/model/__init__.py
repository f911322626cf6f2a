"""The words of the domain: named tuples that nothing changes, standard library only, no input or output, no clock."""
