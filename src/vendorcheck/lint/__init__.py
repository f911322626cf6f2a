"""Whether a rulebook holds together: what its schemas cannot say, looked at before it is shipped or used."""

from vendorcheck.lint.checks import CHECKS, LOADING, Check, refuse_faults, validate

__all__ = ["CHECKS", "LOADING", "Check", "refuse_faults", "validate"]
