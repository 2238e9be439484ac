"""Repeated patterns through the whole pipeline: time must grow with length, not with its square.

usage: python benchmarks/adversarial.py [--time] [CHARACTERS]

With --time, ``waqia.time`` alone (numbers, durations and dates) and its own patterns. Prints seconds for a text of
CHARACTERS (60,000 by default) and of four times as many, and their ratio: about 4 is linear, 16 would be quadratic.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date

import waqia
from waqia.time import numbers, tag

PATTERNS = {
    "triggers": "قطع الإنترنت ",
    "events": "انقطع الإنترنت عن المدينة. ",
    "bare nouns": "العطل ",
    "cues": "شائعات عن ",
    "reports": "قال محمد علي إن الإنترنت انقطع. ",
    "claims": "بسبب تعطل فيسبوك ",
    "open quotes": '" قال ',
    "numbers": "3 ملايين مستخدم ",
    "places": "في بغداد ",
    "commas": "، و",
    "heads": "وزارة ",
    "digits": "1",
    "letters": "و",
    "names": "محمد ",
    "marks": '"',
    "mixed": 'نفى الوزير قطع الإنترنت في بغداد لمدة ساعتين بسبب شائعات، وقال: "نعم". ',
}


TIME_PATTERNS = {
    "digits": "1",
    "spaced digits": "4 ",
    "thousands": "123 ",
    "letters": "و",
    "ands": "و ",
    "marks": '"',
    "powers": "2e5 ",
    "carets": "2^",
    "points": ".5 ",
    "slashes": "1/2 ",
    "hundreds": "3 مئة ",
    "ratios": "ثلاثة من ",
    "joined units": "خمسة و ",
    "fifths": "خُمس ",
    "halves": "ونصف ",
    "ranges": "بين 6 و7 ",
    "units": "ساعة ",
    "unit or": "ساعة أو ",
    "brackets": "(1) ساعة ",
    "day list": "4 و",
    "days": "4 أكتوبر ",
    "year list": "2019 و",
    "weekdays": "الأحد ",
    "counted": "أول جمعة بعد ",
    "months": "شهر 3 ",
    "mixed": "أكثر من 12 ساعة ونصف، 4 أكتوبر 2021 ",
}


def whole(text: str) -> None:
    """Run the whole pipeline."""
    waqia.extract_one({"id": "x", "text": text, "published_at": "2021-10-06"})


def time_alone(text: str) -> None:
    """Run the time layer."""
    tag(text, date(2021, 10, 6))
    numbers(text)


def seconds(run: Callable[[str], None], pattern: str, length: int) -> float:
    """Return how long a text of ``length`` characters of the pattern takes."""
    text = (pattern * (length // len(pattern) + 1))[:length]
    start = time.perf_counter()
    run(text)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--time", action="store_true", help="the time layer alone")
    parser.add_argument("characters", type=int, nargs="?", default=60_000)
    options = parser.parse_args()
    run, patterns = (time_alone, TIME_PATTERNS) if options.time else (whole, PATTERNS)
    length = options.characters
    seconds(run, "انقطع الإنترنت. ", 1000)
    print(f"{'pattern':14} {length:>9} {4 * length:>9}  ratio")
    for name, pattern in patterns.items():
        short, long = seconds(run, pattern, length), seconds(run, pattern, 4 * length)
        print(f"{name:14} {short:9.2f} {long:9.2f} {long / short:6.1f}")


if __name__ == "__main__":
    main()
