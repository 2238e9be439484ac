"""waqia (واقعة "event"): Arabic news in, event records out.

>>> import waqia
>>> record = next(waqia.extract(["انقطعت خدمة الإنترنت عن المدينة."]))  # "Internet was cut off from the city."
>>> record.events[0].type
'internet_outage'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqia.output.frames import to_frames
    from waqia.pipeline import extract, extract_one, load

__all__ = ["extract", "extract_one", "load", "to_frames"]


def __getattr__(name: str) -> object:
    """Import the interface on first use, so that ``import waqia`` costs nothing."""
    if name == "to_frames":
        from waqia.output.frames import to_frames

        return to_frames
    if name in ("extract", "extract_one", "load"):
        from waqia import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'waqia' has no attribute {name!r}: it has {', '.join(__all__)}")
