"""Lists to screen against: files in the formats of their keepers to entries, with every row accounted for."""
