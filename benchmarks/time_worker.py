"""Tag durations and dates of JSON lines with one tool, inside that tool's own environment: used by time_peers.py.

usage: time_worker.py TOOL ROUNDS < LINES > RESULT

LINES are {"text", "reference"}; RESULT is one JSON object: seconds of each round, loading aside, and for every
line the spans found, [[start, end], ...] for durations and for dates, and the number of lines on which the tool
raised an error. Needs no package but the tool.
"""

import datetime
import json
import sys
import time
from collections.abc import Callable

Spans = list[tuple[int, int]]
Tagger = Callable[[str, str], tuple[Spans, Spans]]


def _waqia() -> Tagger:
    from waqia.time import tag

    def run(text: str, reference: str) -> tuple[Spans, Spans]:
        found = tag(text, datetime.date.fromisoformat(reference))
        return [(item.start, item.end) for item in found.durations], [(item.start, item.end) for item in found.dates]

    return run


def _maha_durations() -> Tagger:
    from maha.parsers.functions import parse_dimension

    return lambda text, reference: ([(item.start, item.end) for item in parse_dimension(text, duration=True)], [])


def _maha() -> Tagger:
    from maha.parsers.functions import parse_dimension

    def run(text: str, reference: str) -> tuple[Spans, Spans]:
        lengths = parse_dimension(text, duration=True)
        times = parse_dimension(text, time=True)
        return [(item.start, item.end) for item in lengths], [(item.start, item.end) for item in times]

    return run


def _puckling() -> Tagger:
    import puckling

    locale = puckling.Locale(puckling.Lang.AR)
    options = puckling.Options(parse_timeout_ms=None)

    def run(text: str, reference: str) -> tuple[Spans, Spans]:
        day = datetime.datetime.fromisoformat(reference + "T12:00:00+00:00")
        found = puckling.parse(text, puckling.Context(day, locale), options, ("duration", "time"))
        by_kind: dict[str, Spans] = {"duration": [], "time": []}
        for item in found:
            by_kind[item.dim].append((item.start, item.end))
        return by_kind["duration"], by_kind["time"]

    return run


def _dateparser() -> Tagger:
    from dateparser.search import search_dates

    def run(text: str, reference: str) -> tuple[Spans, Spans]:
        base = datetime.datetime.fromisoformat(reference)
        spans, at = [], 0
        for words, _ in search_dates(text, languages=["ar"], settings={"RELATIVE_BASE": base}) or []:
            start = text.find(words, at)
            if start >= 0:
                spans.append((start, start + len(words)))
                at = start + len(words)
        return [], spans

    return run


TOOLS: dict[str, Callable[[], Tagger]] = {
    "waqia": _waqia,
    "maha durations": _maha_durations,
    "maha": _maha,
    "puckling": _puckling,
    "dateparser": _dateparser,
}


def main() -> None:
    """Run one tool over the lines, ROUNDS times."""
    lines = [json.loads(line) for line in sys.stdin]
    run = TOOLS[sys.argv[1]]()
    run("تعطلت الخدمة أكثر من 12 ساعة يوم 4 أكتوبر", "2021-10-06")
    seconds, spans, failed = [], [], 0
    for _ in range(int(sys.argv[2])):
        started = time.perf_counter()
        spans, failed = [], 0
        for line in lines:
            try:
                spans.append(run(line["text"], line["reference"]))
            except Exception:  # a tool that fails on a text is timed and counted, not stopped
                spans.append(([], []))
                failed += 1
        seconds.append(time.perf_counter() - started)
    json.dump({"seconds": seconds, "spans": spans, "failed": failed}, sys.stdout)


if __name__ == "__main__":
    main()
