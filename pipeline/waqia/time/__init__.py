"""Numbers, durations and dates in Arabic text; usable alone.

>>> from waqia.time import durations
>>> [(found.text, found.min_seconds) for found in durations("توقفت الخدمة ساعة ونصف الساعة")]
[('ساعة ونصف الساعة', 5400)]
"""

from waqia.time.mentions import Date, Duration, Number
from waqia.time.tagger import Tagged, dates, durations, numbers, tag

__all__ = ["Date", "Duration", "Number", "Tagged", "dates", "durations", "numbers", "tag"]
