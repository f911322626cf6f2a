"""Bills in documents: JSON, JSON Lines, CycloneDX, SPDX; what they hold becomes lines with pointers to their cells."""
