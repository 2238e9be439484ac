"""What a duration measures: the disruption, time lost by it, a window in which something happens, or another thing."""

from collections.abc import Sequence

from waqia.extraction.analysis import DurationMention, EventMention
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, Layout
from waqia.records import DurationRole

_LOST_REACH = 9
_WINDOW_STEMS = (
    "مقبل",
    "قادم",
    "ماضي",
    "اخير",
    "متبقي",
    "باقي",
    "سابق",
    "جاري",
    "منصرم",
    "فائت",
    "ماضيه",
    "ماضيين",
)
_OUTAGES = frozenset(
    {"platform_outage", "internet_outage", "telecom_outage", "power_outage", "internet_shutdown", "platform_block",
     "throttling", "cyberattack"}
)  # fmt: skip


def assign_roles(layout: Layout, events: Sequence[EventMention]) -> None:
    """Set the role of every duration of the analysis, in place.

    Time that someone lost (أفقد الأحزاب أكثر من 12 ساعة "cost the parties over 12 hours") never becomes the length of
    the outage, and no event keeps it as its duration.
    """
    lengths = {id(duration) for event in events if event.type in _OUTAGES for duration in event.durations}
    for duration in layout.analysis.durations:
        duration.role = _role(layout, duration, id(duration) in lengths)
    for event in events:
        event.durations = [duration for duration in event.durations if duration.role == "outage"]


def _role(layout: Layout, duration: DurationMention, is_length: bool) -> DurationRole:
    first, last = layout.range_of(duration.span)
    if _lost(layout, first):
        return "lost_time"
    inside = [layout.tokens[index].norm for index in range(first, last)]
    directed = any(stem in word for word in inside for stem in _WINDOW_STEMS)
    if is_length and not directed:
        return "outage"
    definite = inside[0].startswith(("ال", "وال", "بال", "لل")) if inside else False
    before = layout.tokens[first - 1].norm.lstrip("و") if first else ""
    if directed or definite or before in words("window"):
        return "window"
    return "other"


def _lost(layout: Layout, first: int) -> bool:
    for hit in layout.hits("claim_cue", first):
        if hit.entry.key == "claim.time_lost" and 0 <= first - hit.last <= _LOST_REACH:
            return not any(layout.tokens[index].clean in HARD_STOPS for index in range(hit.last, first))
    return False
