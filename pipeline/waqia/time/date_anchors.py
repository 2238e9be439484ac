"""Read a date from a month, a weekday or a relative day."""

from dataclasses import replace

from waqia.time.date_nth import counted_in_month, weekday_is_counted
from waqia.time.date_parts import (
    days_before,
    era_behind,
    extend_left,
    half_before,
    pair_behind,
    relation_at,
    year_behind,
)
from waqia.time.expressions import Expression
from waqia.time.scan import Match, Scan

_NUMBERED = "numbered"


def read_month(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read a month with its days, pair, year or relation: 4 تشرين الأول/أكتوبر 2021, مايو الماضي."""
    made = Expression(found.first, found.last, found.cut, "time.date.month", calendar=found.item.kind)
    made.month = int(found.item.value)
    before = scan.sense(found.first - 1)
    word_month = before is not None and not before.article and scan.norm(found.first - 1)[before.cut :] == "شهر"
    if before is not None and word_month and found.proclitics == "" and found.first - 1 >= reached:
        made.first, made.cut = found.first - 1, before.cut
    named_month = made.first != found.first
    if not counted_in_month(scan, made, reached):
        days_before(scan, made, reached)
    pair_behind(scan, made)
    era_behind(scan, made)
    _year_or_relation(scan, made)
    _hijri_or_not(made)
    if not _month_stands(scan, made, found, named_month):
        return None
    if made.year is None and made.relation is None:
        made.future = coming(scan, made.first)
    if made.nth is None and made.days:
        made.rule = "time.date.day"
        extend_left(scan, made, reached, day=True)
    elif made.nth is None and not made.cut:
        extend_left(scan, made, reached, day=False)
    return made


def read_numbered_month(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read شهر ثلاثة "month three", شهر 10 من عام 2019, where a day, an edge or a year says that it is a month."""
    quantity = scan.quantities.get(found.last)
    if quantity is None or quantity.kind not in ("digits", "words") or quantity.article or quantity.cut:
        return None
    if quantity.value not in range(1, 13):
        return None
    month = replace(found.item, key=_NUMBERED, kind="gregorian", value=float(quantity.value), flag="ambiguous")
    return read_month(scan, replace(found, last=quantity.last, item=month), reached)


def _year_or_relation(scan: Scan, made: Expression) -> None:
    relation = relation_at(scan, made.last)
    if relation is not None:
        made.relation, made.last = relation, made.last + 1
        return
    if year_behind(scan, made) and made.year is not None:
        era_behind(scan, made)


def _hijri_or_not(made: Expression) -> None:
    if made.month is not None and made.rule == "time.date.month" and made.era == "CE":
        made.calendar = "gregorian"


def _month_stands(scan: Scan, made: Expression, found: Match, named_month: bool) -> bool:
    """Decide months that are other words, too (آب, مارس, رمضان), and names that hold a date."""
    fixed = made.year is not None or made.nth is not None
    head = scan.role(made.first - 1, "name_head")
    if head is not None and not fixed and made.relation is None and not made.cut:
        return False
    if scan.role(made.first - 1, "event_head") and not fixed and made.relation is None:
        made.named = True
    if made.month is not None and found.item.key.startswith("libya"):
        return bool(made.days) and (fixed or made.paired)
    if found.item.flag != "ambiguous":
        return True
    if found.item.key == _NUMBERED:
        whole = bool(made.days) or fixed or made.relation is not None or made.year_offset is not None
        return whole or scan.role(made.first - 1, "edge") is not None or half_before(scan, made)
    if made.days or fixed or named_month or made.relation is not None or made.paired or made.year_offset is not None:
        return True
    if scan.norm(made.first - 1) == "من" and scan.ending.get(made.first - 1) and scan.ending[made.first - 1].ordinal:
        return True
    if made.calendar == "hijri" and not made.cut and scan.role(made.first - 1, "month_licence"):
        return True
    before = scan.role(made.first - 1, "year_licence") or scan.role(made.first - 1, "edge")
    return before is not None and before.text != "list" and not made.cut


def read_weekday(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read الأحد المقبل, مساء الجمعة, الاثنين من الأسبوع الماضي; the caller joins a full date behind it."""
    head = scan.role(found.first - 1, "name_head")
    if head is not None and not found.cut and not scan.role(found.first - 1, "day_head"):
        return None
    if scan.norm(found.first - 1) in ("هذين", "كلا", "كل", "بين") and found.item.value == 1:
        return None
    if weekday_is_counted(scan, found.last):
        return None
    made = Expression(found.first, found.last, found.cut, "time.date.weekday", weekday=int(found.item.value))
    _night_to_next(scan, made)
    made.relation = relation_at(scan, made.last)
    made.last += made.relation is not None
    _week_behind(scan, made)
    made.named = scan.role(found.first - 1, "habitual") is not None and scan.norm(found.first - 1) != "يوم"
    if not made.named:
        extend_left(scan, made, reached, day=True)
        made.named = scan.norm(made.first - 1) == "كل"
    if made.relation is None and made.week_offset is None and scan.isolated(made.first, made.last):
        made.relation = 1
    made.future = made.relation is None and coming(scan, made.first)
    return made


def _night_to_next(scan: Scan, made: Expression) -> None:
    """Take in the day behind a slash: ليل الثلاثاء/الأربعاء "in the night from Tuesday to Wednesday"."""
    other = scan.match(made.last + 1, "weekday")
    if scan.norm(made.last) != "/" or other is None or other.proclitics or made.weekday is None:
        return
    if int(other.item.value) == made.weekday % 7 + 1:
        made.last = other.last


def _week_behind(scan: Scan, made: Expression) -> None:
    """Read من الأسبوع الماضي behind a weekday."""
    if scan.norm(made.last) != "من":
        return
    index = made.last + 1
    this = scan.norm(index) == "هذا"
    period = scan.role(index + this, "period")
    if period is None or period.text != "W":
        return
    relation = 0 if this else relation_at(scan, index + 1)
    if relation is not None:
        made.week_offset, made.last = relation, index + 2


def coming(scan: Scan, first: int) -> bool:
    """True where a future verb or marker stands up to eight words before, in the same sentence."""
    for index in range(first - 1, max(first - 9, -1), -1):
        token = scan.tokens[index]
        if token.clean in ".؟?!؛\n":
            return False
        if scan.role(index, "future"):
            return True
        norm = token.norm.removeprefix("و")
        if len(norm) > 4 and norm[0] == "س" and norm[1] in "يت" and token.kind == "word":
            return norm[2:3] != "ا" or len(norm) > 5
    return False


def read_dayref(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read أمس, غدا, اليوم "today", with a weekday behind it (أمس الاثنين)."""
    made = Expression(found.first, found.last, found.cut, "time.date.relative_day", offset=int(found.item.value))
    bracket = scan.norm(found.last) == "("
    weekday = scan.match(found.last + bracket, "weekday")
    if weekday is not None and not weekday.proclitics and (not bracket or scan.norm(weekday.last) == ")"):
        made.weekday, made.last = int(weekday.item.value), weekday.last + bracket
    extend_left(scan, made, reached, day=True)
    key = found.item.key
    if key == "today" and made.weekday is None and not _today_stands(scan, made, found):
        return None
    if key == "yesterday" and made.weekday is None and _is_the_past(scan, made, found):
        return None
    if key == "tonight" and (_adjective_behind(scan, found.last) or scan.role(found.last, "relation")):
        return None
    if key == "tomorrow" and found.last - found.first == 1 and not _tomorrow_stands(scan, made, found):
        return None
    return made


def _is_the_past(scan: Scan, made: Expression, found: Match) -> bool:
    """True for الأمس واليوم "then and now" and for بعد أمس "after yesterday", a title or the day after."""
    return scan.norm(found.last) == "واليوم" or scan.norm(made.first - 1) == "بعد"


def _today_stands(scan: Scan, made: Expression, found: Match) -> bool:
    """False for nowadays, rates and اليوم as a noun (اليوم الوطني, حتى اليوم, في اليوم, الأمس واليوم)."""
    norm = scan.norm(found.first)
    if norm == "يومه" or "ل" in found.proclitics or "ب" in found.proclitics or "ك" in found.proclitics:
        return False
    if made.first < found.first:
        return not scan.role(made.last, "today_other")
    before = scan.norm(found.first - 1)
    if scan.role(found.first - 1, "today_not") or scan.role(found.first - 1, "name_head"):
        return False
    if before in ("في", "من", "هذا", "ذلك", "نفس", "ان", "منذ", "كل") and before != "هذا":
        return False
    if "و" in found.proclitics and scan.role(found.first - 1, "dayref"):
        return False
    return not (scan.role(found.last, "today_other") or _adjective_behind(scan, found.last))


def _adjective_behind(scan: Scan, index: int) -> bool:
    """True where an ordinal or a long nisba with ال follows: اليوم الثالث, اليوم الإعلامي."""
    quantity = scan.quantities.get(index)
    if quantity is not None and quantity.article:
        return True
    relation = scan.role(index, "relation") or scan.role(index, "whole")
    return relation is not None and scan.sense(index).article  # type: ignore[union-attr]


def _tomorrow_stands(scan: Scan, made: Expression, found: Match) -> bool:
    """الغد alone is "the future" (جيل الغد) or a newspaper; غدا is tomorrow."""
    norm = scan.norm(found.first)[found.cut :]
    if norm in ("بكره", "بكرا"):
        return scan.norm(found.first - 1) != "عن"
    return norm == "غدا" or made.first < found.first or made.weekday is not None
