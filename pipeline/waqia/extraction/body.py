"""Where the story begins behind its dateline."""

from waqia.extraction.analysis import Analysis

_REACH = 24
_MARKS = "-–—:"
_OPENING = 200


def body_start(analysis: Analysis) -> int:
    """Return the raw offset behind an opening dateline (بغداد (رويترز) - "Baghdad (Reuters) -"), or 0.

    Reads the mentions of ``Analysis.actors`` that the dateline rule made, in the first 200 characters.
    """
    line = [actor.span.end for actor in analysis.actors if "actors.dateline" in actor.rules]
    edge = max((end for end in line if end <= _OPENING), default=None)
    if edge is None:
        return 0
    raw = analysis.text.raw
    mark = next((at for at in range(edge, min(edge + _REACH, len(raw))) if raw[at] in _MARKS), None)
    if mark is None:
        return 0
    start = mark + 1
    while start < len(raw) and raw[start].isspace():
        start += 1
    return start
