"""Repeated patterns through the whole pipeline: time must grow with length, not with its square.

usage: python benchmarks/adversarial.py [CHARACTERS]

Prints seconds for a text of CHARACTERS (60,000 by default) and of four times as many, and their ratio: about 4 is
linear, 16 would be quadratic.
"""

import sys
import time

import waqia

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


def seconds(pattern: str, length: int) -> float:
    """Return how long a text of ``length`` characters of the pattern takes."""
    text = (pattern * (length // len(pattern) + 1))[:length]
    start = time.perf_counter()
    waqia.extract_one({"id": "x", "text": text, "published_at": "2021-10-06"})
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    seconds("انقطع الإنترنت. ", 1000)
    print(f"{'pattern':12} {length:>9} {4 * length:>9}  ratio")
    for name, pattern in PATTERNS.items():
        short, long = seconds(pattern, length), seconds(pattern, 4 * length)
        print(f"{name:12} {short:9.2f} {long:9.2f} {long / short:6.1f}")


if __name__ == "__main__":
    main()
