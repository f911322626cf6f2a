"""Pictures as SVG text: what came out over the lines of a bill, what was decided about a vendor, who owns it.

Each stands by itself: its colours are attributes, which a page may set otherwise by class.
"""

from vendorcheck.reporters.svg.ownership import ownership
from vendorcheck.reporters.svg.strip import strip
from vendorcheck.reporters.svg.timeline import timeline

__all__ = ["ownership", "strip", "timeline"]
