"""Cases of other projects that contradict record.md, the grammar or arithmetic, each with its reason.

A rule looks at the case's own words and values, not at its id, save where upstream's value is a slip.
"""

import re
from collections.abc import Callable
from typing import Any

Case = dict[str, Any]

_NOT_NUMBERS = re.compile(r"[\d٠-٩]{1,3}(?:\.[\d٠-٩]{1,3}){3}|[\d٠-٩]+/[\d٠-٩]+/[\d٠-٩]{4}|\+1-")
_PERCENT = re.compile(r"%|في ال(?:مئة|مائة|مية|ألف|مليون)|بالم")
_SLIPS = {
    "044": "322 ألف is 322,000, not 32,200",
    "053": "مليون وألفان ومئتان is 1,002,200, not 200,440",
    "072": "no Arabic: ثلاثة واحد وعشرونات",
    "113": "مئتان وثلاثة جزء من مئة is 203 parts of a hundred; 200.03 splits مئتان وثلاثة",
    "125": "-23^1.1 is read from the right as 1.1^23",
    "126": "-23--^1.1 is no notation",
    "238": "95 hundred fifths are 1,900, not 19,000",
    "207": "-1.1^--23 is no notation",
    "016": "مئة تريليون is 10^14, so one in it is 10^-14, not 10^-10",
    "066": "مئة ألف تريليون is 10^17, so a part of it is 10^-17, not 10^-7",
    "225": "مئة وثلاثون وخمسين: خُمسين without its diacritics is fifty",
}

RULES: tuple[tuple[str, str, Callable[[Case], bool]], ...] = (
    (
        "duckling time",
        "no day is made up for the middle of a month: YYYY-MM, mod MID",
        lambda case: re.search(r"منتصف|نصف|نص ", case["text"]) is not None,
    ),
    (
        "duckling time",
        "Easter has two dates; nothing in the words says which",
        lambda case: "عيد الفصح" in case["text"],
    ),
    ("duckling time", "an amount of time ago is a duration", lambda case: case["text"].startswith("من اسبوع")),
    (
        "recognizers DurationExtractor",
        "prepositions stand outside the span: طوال",
        lambda case: any(item["text"].startswith("طوال") for item in case["spans"]),
    ),
    ("recognizers DurationExtractor", "في يوم 'on a day' is no amount", lambda case: case["text"] == "في يوم"),
    ("maha duration", "no duration is negative", lambda case: case["seconds"] < 0),
    ("maha duration", "upstream rounds a third to 0.333", lambda case: "ثلث" in case["text"]),
    ("maha duration", "ثانية after و is 'second', an ordinal", lambda case: "وثانية" in case["text"]),
    ("maha number", "per cent is a unit: 200% is the number 200", lambda case: bool(_PERCENT.search(case["text"]))),
    (
        "recognizers NumberModel",
        "every number is a number, before a unit of measure and as a pronoun, too (the case wants none)",
        lambda case: case["negative"],
    ),
    (
        "recognizers NumberModel",
        "the words of a date, an address or a telephone are no numbers",
        lambda case: bool(_NOT_NUMBERS.search(case["text"])),
    ),
    (
        "recognizers NumberModel",
        "a dual noun (رقمان) and a number with its unit's letters attached are not skipped or added",
        lambda case: "رقمان" in case["text"] or "دولار" in case["text"],
    ),
    (
        "recognizers NumberModel",
        "without diacritics خمس is five and ثمن is price",
        lambda case: re.search(r"(?:^|\s)و?(?:خمس|ثمن)(?:\s|$)", case["text"]) is not None,
    ),
    (
        "recognizers NumberModel",
        "upstream's value is a slip",
        lambda case: case["id"][-3:] in _SLIPS,
    ),
)


def reason(row: str, case: Case) -> str | None:
    """Return why a failed case of a row isn't followed, or None where it should be."""
    for prefix, why, applies in RULES:
        if row.startswith(prefix) and applies(case):
            slip = _SLIPS.get(case["id"][-3:]) if why.endswith("slip") else None
            return why if slip is None else f"{why}: {slip}"
    return None
