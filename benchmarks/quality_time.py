"""Measure durations, dates and numbers against the reference sentences and the cases of other projects.

Reference sentences are matched as ``tools/score.py`` does. Of Duckling, Recognizers-Text and Maha, a case counts
where every expected item is found with its value, and for Duckling with its span;
upstream's errors count as ours and are listed with the reason (``time_contradictions``).

usage: quality_time.py [--shared DIR] [--errors N] [--peers] [SET ...]
"""

import argparse
import importlib.util
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from time_contradictions import reason

from waqia.time import dates, durations, numbers, tag

SETS = ("time_dev", "time_hard_dev", "dev")


def load_scorer(shared: Path) -> ModuleType:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared}: holds no tools/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference_of(published_at: str | None) -> date | None:
    """Return the day of publication where it is known to the day."""
    return date.fromisoformat(published_at[:10]) if published_at and len(published_at) >= 10 else None


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record that holds only what the time layer finds."""
    found = tag(record["article"]["text"], reference_of(record["article"]["published_at"]))
    return {
        "id": record["id"],
        "durations": [
            {
                "span": {"start": item.start, "end": item.end, "text": item.text},
                "min_seconds": item.min_seconds,
                "max_seconds": item.max_seconds,
            }
            for item in found.durations
        ],
        "dates": [
            {"span": {"start": item.start, "end": item.end, "text": item.text}, "value": item.value}
            for item in found.dates
        ],
    }


def measure(scorer: ModuleType, records: list[dict[str, Any]]) -> tuple[Any, list[tuple[str, str, str]]]:
    """Score durations and dates of some records."""
    tally, errors = scorer.Tally(), []
    for record in records:
        kept = {"id": record["id"], "durations": record["durations"], "dates": record["dates"]}
        scorer.score_article(kept, predict(record), tally, errors)
    return tally, errors


def exact(records: list[dict[str, Any]], key: str) -> tuple[int, int]:
    """Return how many reference spans are found with equal bounds, of how many."""
    right = total = 0
    for record in records:
        mine = {(item["span"]["start"], item["span"]["end"]) for item in predict(record)[key]}
        gold = {(item["span"]["start"], item["span"]["end"]) for item in record[key]}
        right, total = right + len(mine & gold), total + len(gold)
    return right, total


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the JSON lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _near(left: float, right: float, slack: float = 1e-6) -> bool:
    return abs(left - right) <= slack * abs(right)


def _one_number(case: dict[str, Any]) -> bool:
    ordinal = case["kind"] == "ordinal"
    found = [item for item in numbers(case["text"]) if item.ordinal == ordinal]
    return len(found) == 1 and _near(found[0].value, case["value"])


def _one_duration(case: dict[str, Any]) -> bool:
    """Compare whole seconds: the record has no fractions of a second."""
    found = durations(case["text"])
    return len(found) == 1 and abs(found[0].min_seconds - case["seconds"]) < 1


def _whole(check: Callable[[dict[str, Any]], bool]) -> Callable[[dict[str, Any]], bool]:
    def checked(case: dict[str, Any]) -> bool:
        found = [*numbers(case["text"])] if case["kind"] != "duration" else [*durations(case["text"])]
        return check(case) and any(item.text == case["text"] for item in found)

    return checked


def _one_date(case: dict[str, Any]) -> bool:
    found = dates(case["text"], datetime.fromisoformat(case["reference"]))
    if len(found) != 1 or found[0].value is None:
        return False
    value = found[0].value
    if "W" in value:
        value = date.fromisocalendar(int(value[:4]), int(value[6:]), 1).isoformat()
    return (value + "-01-01")[:10] == case["value"][:10]


def _spans_of(case: dict[str, Any]) -> bool:
    return [item["text"] for item in case["spans"]] == [item.text for item in durations(case["text"])]


def _seconds_of(case: dict[str, Any]) -> bool:
    wanted = [float(item["future"]["duration"]) for item in case["spans"]]
    found = durations(case["text"])
    return len(found) == len(wanted) and all(
        abs(seconds - (item.min_seconds or item.max_seconds or 0)) < 1
        for seconds, item in zip(wanted, found, strict=True)
    )


def _numbers_of(case: dict[str, Any]) -> bool:
    found = [item for item in numbers(case["text"]) if not item.ordinal]
    try:
        wanted = [float(item["resolution"]["value"]) for item in case["spans"]]
    except (KeyError, TypeError, ValueError):
        return False
    return len(found) == len(wanted) and all(
        _near(item.value, value) for item, value in zip(found, wanted, strict=True)
    )


_GRAINS = frozenset({"day", "week", "month", "quarter", "year"})


def peer_rows(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]], Callable[[dict[str, Any]], bool]]]:
    """Yield (name, cases, check) of the other projects' cases."""
    duckling = [case for case in read_lines(folder / "duckling_ar.jsonl") if not case["negative"]]
    recognizers = read_lines(folder / "recognizers_ar.jsonl")
    maha = [case for case in read_lines(folder / "maha_parsers.jsonl") if not case["negative"]]
    for kind, check in (("duration", _one_duration), ("number", _one_number), ("ordinal", _one_number)):
        yield f"duckling {kind}", [case for case in duckling if case["kind"] == kind], _whole(check)
    timed = [case for case in duckling if case["kind"] == "time" and case["value"] and case["grain"] in _GRAINS]
    yield "duckling time, day or larger", timed, _one_date
    for spec, spec_check in (
        ("DurationParser", _seconds_of),
        ("DurationExtractor", _spans_of),
        ("NumberModel", _numbers_of),
    ):
        cases = [case for case in recognizers if case["spec"] == spec]
        yield f"recognizers {spec}", cases, spec_check
        yield f"recognizers {spec}, own", [case for case in cases if case["passes_upstream_dotnet"]], spec_check
    for kind, check in (("duration", _one_duration), ("number", _one_number), ("ordinal", _one_number)):
        valued = "seconds" if kind == "duration" else "value"
        yield (
            f"maha {kind}",
            [case for case in maha if case["kind"] == kind and case.get(valued) is not None],
            check,
        )


_PEERS = ("maha", "puckling", "puckling_full_latent")
_PEER_KEYS = {
    "duckling duration": ("duckling/duration", "both", "n"),
    "duckling number": ("duckling/number", "both", "n"),
    "duckling ordinal": ("duckling/ordinal", "both", "n"),
    "duckling time, day or larger": ("duckling/time", "value", "n"),
    "recognizers DurationParser": ("DurationParser/duration", "value", "n"),
    "recognizers DurationParser, own": ("DurationParser/duration", "value_up", "n_up"),
    "recognizers DurationExtractor": ("DurationExtractor/duration", "span", "n"),
    "recognizers DurationExtractor, own": ("DurationExtractor/duration", "span_up", "n_up"),
    "recognizers NumberModel": ("NumberModel/number", "value", "n"),
    "recognizers NumberModel, own": ("NumberModel/number", "value_up", "n_up"),
    "maha duration": ("maha/duration", "value", "n"),
    "maha number": ("maha/number", "value", "n"),
    "maha ordinal": ("maha/ordinal", "value", "n"),
}


def peer_columns(scores: dict[str, Any], row: str) -> str:
    """Return the peers' rates of a row as peer_scores.json has them; "-" where it has none."""
    key, right, total = _PEER_KEYS[row]
    cells = []
    for peer in _PEERS:
        counts = scores.get(peer, {}).get(key, {})
        cells.append(f"{counts[right] / counts[total]:10.3f}" if counts.get(total) else f"{'-':>10}")
    return "".join(cells)


def print_peers(shared: Path, errors: int) -> None:
    """Print how many of the other projects' cases are right, the peers' own rates, and what contradicts record.md."""
    folder = shared / "data" / "peers"
    scores = json.loads((folder / "peer_scores.json").read_text(encoding="utf-8"))
    against: list[tuple[str, str, str]] = []
    print("\nPeers' columns are peer_scores.json: all cases of a spec, both halves; duckling time: all grains.")
    head = "".join(f"{name[:9]:>10}" for name in ("maha", "puckling", "puckl.full"))
    print(f"{'cases of':36}{'right':>6}{'of':>6}{'waqia':>8}{'contra':>8}{'without':>8}{head}")
    for name, cases, check in peer_rows(folder):
        wrong = [case for case in cases if not check(case)]
        reasons = [(case, why) for case in wrong if (why := reason(name, case)) is not None]
        right, left = len(cases) - len(wrong), len(cases) - len(reasons)
        rates = f"{right / max(len(cases), 1):8.3f}{len(reasons):8}{right / max(left, 1):8.3f}"
        print(f"{name:36}{right:6}{len(cases):6}{rates}{peer_columns(scores, name)}")
        if not name.endswith(", own"):
            against += [(case["id"], case["text"].strip(), why) for case, why in reasons]
        known = {case["id"] for case, _ in reasons}
        for case in [case for case in wrong if case["id"] not in known][:errors]:
            print(f"    {case['id']}\t{case['text']}")
    print(f"\ncontradicts record.md, the grammar or arithmetic ({len(against)} cases, counted as wrong in 'waqia'):")
    for identity, text, why in against:
        print(f"    {identity}\t{text}\t{why}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--peers", action="store_true", help="also the cases of Duckling, Recognizers, Maha")
    parser.add_argument("sets", nargs="*", default=SETS)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.shared)
    print(f"{'set':16}{'row':18}{'P':>7}{'R':>7}{'F1':>7}{'tp':>5}{'gold':>5}{'pred':>5}")
    for name in arguments.sets:
        path = arguments.shared / "data" / "gold" / f"{name}.jsonl"
        records = read_lines(path)
        tally, errors = measure(scorer, records)
        for row in ("duration", "duration=value", "date", "date=value"):
            precision, recall, f1 = scorer.rates(tally[row])
            counts = tally[row]
            print(
                f"{name:16}{row:18}{precision:7.3f}{recall:7.3f}{f1:7.3f}"
                f"{counts['tp']:5}{counts['gold']:5}{counts['pred']:5}"
            )
        for key in ("durations", "dates"):
            right, total = exact(records, key)
            print(f"{name:16}{key + ' exact span':18}{right:5} of {total}")
        for what, article, text in errors[: arguments.errors]:
            print(f"    {what}\t{article}\t{text}")
    if arguments.peers:
        print_peers(arguments.shared, arguments.errors)


if __name__ == "__main__":
    main()
