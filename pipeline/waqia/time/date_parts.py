"""The pieces that stand before and after the anchor of a date: days, years, pairs, parts of the day."""

import re

from waqia.time.expressions import Expression
from waqia.time.scan import Scan

_YEAR = re.compile(r"\d{4}")
_DAYS = re.compile(r"\d{1,2}(?:[-/]\d{1,2}){1,3}")
_COMMAS = frozenset({"،", ","})
_LINKS = frozenset({"الي", "حتي", "-", "–", "—", "و", "،", ","})
_PAIR_MARKS = frozenset({"/", "-", "–", "(", "\\"})
_HALVES = frozenset({"نصف", "نص"})
_RELATIONS = frozenset({"past", "next", "this"})


def year_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """Read a year of four digits, or in words, at a token: (year, end)."""
    if index >= len(scan.tokens):
        return None
    token = scan.tokens[index]
    if token.kind == "number":
        return (int(token.clean), index + 1) if _YEAR.fullmatch(token.clean) and 999 < int(token.clean) < 2200 else None
    quantity = scan.quantities.get(index)
    if quantity is None or quantity.kind != "words" or not 1000 <= quantity.value < 2200 or quantity.cut:
        return None
    return (int(quantity.value), quantity.last) if quantity.value == int(quantity.value) else None


def relation_at(scan: Scan, index: int) -> int | None:
    """Return -1, 0 or 1 for الماضي, الجاري, المقبل written with ال and without proclitics; else None."""
    item = scan.role(index, "relation")
    sense = scan.sense(index) if item is not None else None
    if item is None or sense is None or sense.proclitics or not sense.article or item.key not in _RELATIONS:
        return None
    return int(item.value)


def era_behind(scan: Scan, made: Expression) -> None:
    """Take in م, هـ, ميلادية, قبل الميلاد behind a year."""
    found = scan.match(made.last, "era")
    if found is None or (found.proclitics and found.item.key != "ah"):
        return
    if found.last - found.first == 1 and scan.norm(made.last) in ("م", "ه") and made.year is None:
        return
    made.era, made.last = found.item.text, found.last
    if made.era == "AH":
        made.calendar = "hijri"


def gregorian_behind(scan: Scan, made: Expression) -> None:
    """Take in the Gregorian year behind a Hijri one: 1442هـ/2021م; it gives the value."""
    other, era = scan.norm(made.last + 1), scan.role(made.last + 2, "era")
    if made.era != "AH" or scan.norm(made.last) not in _PAIR_MARKS or era is None or era.text != "CE":
        return
    if other.isdecimal() and len(other) <= 4:
        bracket = scan.norm(made.last) == "(" and scan.norm(made.last + 3) == ")"
        made.year, made.calendar, made.era, made.last = int(other), "gregorian", "CE", made.last + 3 + bracket


def year_behind(scan: Scan, made: Expression) -> bool:
    """Take in the year behind a month: 2021, عام 2021, من عام 2021, , 2021, من العام الماضي."""
    index = made.last
    if scan.norm(index) in _COMMAS or scan.norm(index) in ("-", "/"):
        index += 1
    start = index
    if scan.norm(index) in ("من", "في", "لعام", "لسنه"):
        index += scan.norm(index) in ("من", "في")
    period = scan.role(index, "period")
    if period is not None and period.text == "Y":
        return _named_year(scan, made, index)
    if scan.norm(index) == "هذا" or scan.norm(index) == "هذه":
        inner = scan.role(index + 1, "period")
        if inner is not None and inner.text == "Y" and scan.sense(index + 1).article:  # type: ignore[union-attr]
            made.year_offset, made.last = 0, index + 2
            return True
        return False
    found = year_at(scan, start)
    if found is None or (start != made.last and scan.role(found[1], "counted")):
        return False
    made.year, made.last = found
    return True


def _named_year(scan: Scan, made: Expression, index: int) -> bool:
    after = index + 1 + (scan.norm(index + 1) in _COMMAS)
    found = year_at(scan, after)
    if found is not None:
        made.year, made.last = found
        return True
    relation = relation_at(scan, index + 1)
    if relation is None:
        return False
    made.year_offset, made.last = relation, index + 2
    return True


def pair_behind(scan: Scan, made: Expression) -> None:
    """Take in the same month under its other name: أكتوبر/تشرين الأول, تشرين الأول (أكتوبر)."""
    index = made.last
    mark = scan.norm(index)
    index += mark in _PAIR_MARKS
    other = scan.match(index, "month")
    if other is None or other.proclitics or int(other.item.value) != made.month:
        return
    if other.item.kind != made.calendar:
        return
    last = other.last
    if mark == "(" and scan.norm(last + 1) == ")" and (relation := relation_at(scan, last)) is not None:
        made.relation, last = relation, last + 1
    if mark == "(" and scan.norm(last) != ")":
        return
    made.last = last + (mark == "(")
    made.paired = True


def days_before(scan: Scan, made: Expression, reached: int) -> None:
    """Take in the days before a month: 4, الرابع من, 12 و15, من 17 إلى 19 من شهر."""
    if made.cut:
        return
    last = made.first
    if scan.norm(last - 1) == "من":
        last -= 1
    days: list[int] = []
    first, cut = made.first, 0
    for _ in range(8):
        found = _days_ending(scan, last, reached)
        if found is None:
            break
        values, first, cut, joined = found
        days = [*values, *days]
        if cut and not joined:
            break
        previous = first - 1
        if joined:
            last = first
        elif scan.norm(previous) in _LINKS and previous > reached:
            last = previous
        else:
            break
    if days:
        made.days, made.first, made.cut = tuple(days), first, cut


def _days_ending(scan: Scan, last: int, reached: int) -> tuple[list[int], int, int, bool] | None:
    """Return (days, first token, proclitics, whether و joins) of the days ending before ``last``."""
    if last - 1 < reached:
        return None
    token = scan.tokens[last - 1]
    if token.kind == "number" and _DAYS.fullmatch(token.clean):
        values = [int(part) for part in re.split("[-/]", token.clean)]
        return (values, last - 1, 0, False) if all(1 <= value <= 31 for value in values) else None
    quantity = scan.ending.get(last)
    if quantity is None or quantity.first < reached or quantity.kind == "fraction":
        return _first_of_month(scan, last, reached)
    if not 1 <= quantity.value <= 31 or quantity.value != int(quantity.value):
        return None
    if quantity.ordinal and scan.tokens[quantity.first].clean.endswith(("ة", "ى")):
        return None
    return [int(quantity.value)], quantity.first, quantity.cut, quantity.conjunction


def _first_of_month(scan: Scan, last: int, reached: int) -> tuple[list[int], int, int, bool] | None:
    """Read غرة رمضان and الفاتح من نوفمبر as the first day."""
    norm = scan.norm(last - 1)
    if last - 1 < reached or norm not in ("غره", "فاتح", "الفاتح"):
        return None
    return [1], last - 1, 0, False


def extend_left(scan: Scan, made: Expression, reached: int, *, day: bool) -> None:
    """Take in what belongs to the date before it: يوم, شهر, صباح, نهاية, هذا; ``day``: it names a day."""
    for _ in range(4):
        if made.cut or made.first <= reached:
            return
        if not (_day_word(scan, made, reached) if day else _period_word(scan, made, reached)):
            return


def _take(scan: Scan, made: Expression, first: int) -> bool:
    sense = scan.sense(first)
    made.first, made.cut = first, sense.cut if sense else 0
    return True


def _day_word(scan: Scan, made: Expression, reached: int) -> bool:
    before = made.first - 1
    sense = scan.sense(before)
    if sense is None:
        return False
    if "day_head" in sense.roles and not sense.article and scan.norm(before)[sense.cut :] != "تاريخ":
        return _take(scan, made, before)
    found = scan.match_ending(made.first, "part")
    if found is not None and found.first >= reached and not found.article and made.part is None:
        made.part = found.item.text
        return _take(scan, made, found.first)
    if scan.norm(before)[sense.cut :] in ("هذا", "هذه") and made.offset == 0:
        return _take(scan, made, before)
    if "edge" in sense.roles and made.offset is not None and not sense.article and sense.roles["edge"].text == "END":
        made.edge = sense.roles["edge"].text
        return _take(scan, made, before)
    return False


def _period_word(scan: Scan, made: Expression, reached: int) -> bool:
    before = made.first - 1
    norm = scan.norm(before)
    if norm == "من" and (_fraction_of(scan, made, before, reached) or _season_of(scan, made, before)):
        return True
    sense = scan.sense(before)
    if sense is None:
        return False
    if made.edge is None and "edge" in sense.roles and not sense.article:
        made.edge = sense.roles["edge"].text
        return _take(scan, made, before)
    if "this" in sense.roles and norm[sense.cut :] in ("هذا", "هذه") and made.unit is not None:
        return _take(scan, made, before)
    if made.month is not None and norm[sense.cut :] == "شهر":
        return _take(scan, made, before)
    if made.edge is None and half_before(scan, made):
        made.edge = "MID"
        return _take(scan, made, before)
    return made.season is None and _season_of(scan, made, made.first)


def half_before(scan: Scan, made: Expression) -> bool:
    """True for نصف شهر مارس "the middle of March", whose month is named with شهر."""
    before = scan.norm(made.first - 1)
    sense = scan.sense(made.first - 1)
    named = made.month is not None and scan.norm(made.first) == "شهر"
    return named and sense is not None and before[sense.cut :] in _HALVES


def _season_of(scan: Scan, made: Expression, index: int) -> bool:
    item = scan.role(index - 1, "season")
    sense = scan.sense(index - 1) if item is not None else None
    if item is None or sense is None or made.month is not None:
        return False
    made.season = item.text
    return _take(scan, made, index - 1)


def _fraction_of(scan: Scan, made: Expression, of: int, reached: int) -> bool:
    """Read الربع الثالث من, النصف الأول من before a year."""
    quantity = scan.ending.get(of)
    head = scan.role((quantity.first if quantity else of) - 1, "fraction_period")
    if quantity is None or not quantity.ordinal or head is None or quantity.first - 1 < reached:
        return False
    made.fraction = f"{head.text}{int(quantity.value)}"
    return _take(scan, made, quantity.first - 1)
