"""Read a date from its anchor: a month, weekday, relative day, period, decade, century or season."""

from waqia.time.date_parts import (
    days_before,
    era_behind,
    extend_left,
    pair_behind,
    relation_at,
    year_at,
    year_behind,
)
from waqia.time.expressions import Expression
from waqia.time.scan import Match, Scan

_BEFORE_MONTH = frozenset({"strong"})
_OF_AGE = frozenset({"عمره", "عمرها", "العمر", "عمرهم", "عمري"})
_SMALLEST_CLEAR_DECADE = 50
_COMMAS = frozenset({"،", ","})


def read_month(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read a month with its days, pair, year or relation: 4 تشرين الأول/أكتوبر 2021, مايو الماضي."""
    made = Expression(found.first, found.last, found.cut, "time.date.month", calendar=found.item.kind)
    made.month = int(found.item.value)
    if found.proclitics == "" and scan.norm(found.first - 1) == "شهر" and found.first - 1 >= reached:
        sense = scan.senses[found.first - 1]
        made.first, made.cut = found.first - 1, sense.cut if sense else 0
    named_month = made.first != found.first
    days_before(scan, made, reached)
    pair_behind(scan, made)
    era_behind(scan, made)
    _year_or_relation(scan, made)
    _hijri_or_not(made)
    if not _month_stands(scan, made, found, named_month):
        return None
    if made.days:
        made.rule = "time.date.day"
    elif not made.cut:
        extend_left(scan, made, reached, day=False)
    return made


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
    fixed = made.year is not None
    head = scan.role(made.first - 1, "name_head")
    if head is not None and not fixed and made.relation is None and not made.cut:
        return False
    if scan.role(made.first - 1, "event_head") and not fixed and made.relation is None:
        made.named = True
    if made.month is not None and found.item.key.startswith("libya"):
        return bool(made.days) and (fixed or made.paired)
    if found.item.flag != "ambiguous":
        return True
    if made.days or fixed or named_month or made.relation is not None or made.paired or made.year_offset is not None:
        return True
    before = scan.role(made.first - 1, "year_licence") or scan.role(made.first - 1, "edge")
    return before is not None and before.text != "list" and not made.cut


def read_weekday(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read الأحد المقبل, مساء الجمعة, الاثنين من الأسبوع الماضي; a full date behind it is joined by the caller."""
    head = scan.role(found.first - 1, "name_head")
    if head is not None and not found.cut and not scan.role(found.first - 1, "day_head"):
        return None
    if scan.norm(found.first - 1) in ("هذين", "كلا", "كل", "بين") and found.item.value == 1:
        return None
    made = Expression(found.first, found.last, found.cut, "time.date.weekday", weekday=int(found.item.value))
    made.relation = relation_at(scan, made.last)
    made.last += made.relation is not None
    _week_behind(scan, made)
    made.named = scan.role(found.first - 1, "habitual") is not None and scan.norm(found.first - 1) != "يوم"
    if not made.named:
        extend_left(scan, made, reached, day=True)
        made.named = scan.norm(made.first - 1) == "كل"
    made.future = made.relation is None and coming(scan, made.first)
    return made


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
    weekday = scan.match(found.last, "weekday")
    if weekday is not None and not weekday.proclitics:
        made.weekday, made.last = int(weekday.item.value), weekday.last
    extend_left(scan, made, reached, day=True)
    key = found.item.key
    if key == "today" and made.weekday is None and not _today_stands(scan, made, found):
        return None
    if key == "tonight" and (_adjective_behind(scan, found.last) or scan.role(found.last, "relation")):
        return None
    if key == "tomorrow" and found.last - found.first == 1 and not _tomorrow_stands(scan, made, found):
        return None
    return made


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
    return relation is not None and scan.senses[index].article  # type: ignore[union-attr]


def _tomorrow_stands(scan: Scan, made: Expression, found: Match) -> bool:
    norm = scan.norm(found.first)[found.cut :]
    if norm == "غدا" or made.first < found.first or made.weekday is not None:
        return True
    return False


def read_period(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read عام 2019, العام الماضي, هذا الأسبوع, 26 من الشهر المقبل, سنة 1443هـ."""
    unit = found.item.text
    if unit == "Y" and (year := _year_of(scan, found, reached)) is not None:
        return year
    if not found.article:
        return None
    made = Expression(found.first, found.last, found.cut, "time.date.period", unit=unit)
    this = scan.norm(found.first - 1)
    is_this = this[-3:] == "هذا" or this[-3:] == "هذه"
    relation = relation_at(scan, found.last)
    if relation is not None:
        made.relation, made.last = relation, found.last + 1
    elif _text_relation(scan, made):
        return made
    elif is_this and not found.cut:
        made.relation = 0
    elif scan.role(found.last, "relation") and scan.norm(found.last + 1) != "من" and unit != "N":
        return _latest(scan, made)
    else:
        return None
    if unit == "M":
        days_before(scan, made, reached)
    extend_left(scan, made, reached, day=unit in ("D", "N"))
    if not made.days:
        extend_left(scan, made, reached, day=False)
    return made


def _latest(scan: Scan, made: Expression) -> Expression | None:
    item = scan.role(made.last, "relation")
    if item is None or item.key != "latest" or made.unit not in ("W", "M", "Y"):
        return None
    return None


def _text_relation(scan: Scan, made: Expression) -> bool:
    """Read العام السابق, relative to the last year of the text."""
    item = scan.role(made.last, "relation_text")
    sense = scan.senses[made.last] if item is not None else None
    if item is None or sense is None or not sense.article or made.unit != "Y":
        return False
    made.relation, made.in_text, made.last = int(item.value), True, made.last + 1
    return True


def _year_of(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read عام 2019, سنة ،1740, العام 2000, عام ألفين وخمسة, عام 79 ميلادية, السنة السابعة من الهجرة."""
    index = found.last + (scan.norm(found.last) in _COMMAS)
    year = year_at(scan, index)
    made = Expression(found.first, found.last, found.cut, "time.date.year")
    if year is not None:
        made.year, made.last = year
        era_behind(scan, made)
    else:
        quantity = scan.quantities.get(found.last)
        if quantity is None or quantity.kind == "fraction" or not 0 < quantity.value < 3000:
            return None
        made.year, made.last = int(quantity.value), quantity.last
        era_behind(scan, made)
        if made.era is None:
            return None
    made.calendar = "hijri" if made.era == "AH" else "gregorian"
    extend_left(scan, made, reached, day=False)
    return made


def read_years(scan: Scan, found: Match) -> Expression | None:
    """Read the first year of عامي 2019 و2020, العامين 2019 و2022, سنوات 2011 و2012."""
    year = year_at(scan, found.last)
    if year is None:
        return None
    made = Expression(found.first, year[1], found.cut, "time.date.year", year=year[0])
    era_behind(scan, made)
    return made


def read_decade_name(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read تسعينيات القرن الماضي, منتصف السبعينيات من القرن الماضي; not ages (الثلاثينيات من عمره)."""
    made = Expression(found.first, found.last, found.cut, "time.date.decade")
    value = int(found.item.value)
    index = found.last + (scan.norm(found.last) == "من")
    if index != found.last and scan.norm(index) in _OF_AGE:
        return None
    century = _century(scan, index, reached)
    if century is not None:
        made.last = century.last
        made.decade = (century.century - 1) * 100 + value if century.century is not None else None
        made.named = made.decade is None
    elif value >= _SMALLEST_CLEAR_DECADE and found.article:
        made.decade = 1900 + value
    else:
        return None
    extend_left(scan, made, reached, day=False)
    return made


def read_century(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read القرن الماضي, القرن التاسع عشر, القرن الـ16, القرن الثالث قبل الميلاد."""
    made = _century(scan, found.first, reached)
    if made is None:
        return None
    if scan.norm(found.first - 1) == "من" and not made.cut and _decade_of(scan, made, reached):
        return made
    extend_left(scan, made, reached, day=False)
    return made


def _decade_of(scan: Scan, made: Expression, reached: int) -> bool:
    """Read العقد الثاني من before a century."""
    quantity = scan.ending.get(made.first - 1)
    decade = scan.role(quantity.first - 1, "decade") if quantity is not None and quantity.ordinal else None
    if quantity is None or decade is None or made.century is None or quantity.first - 1 < reached:
        return False
    sense = scan.senses[quantity.first - 1]
    made.first, made.cut = quantity.first - 1, sense.cut if sense else 0
    made.decade, made.unit = (made.century - 1) * 100 + (int(quantity.value) - 1) * 10, None
    return True


def _century(scan: Scan, index: int, reached: int) -> Expression | None:
    item = scan.role(index, "century")
    sense = scan.senses[index] if item is not None else None
    if item is None or sense is None or not sense.article:
        return None
    made = Expression(index, index + 1, sense.cut, "time.date.century", unit="C")
    relation = relation_at(scan, index + 1)
    if relation is not None:
        made.relation, made.last = relation, index + 2
        made.century = {-1: 20, 0: 21}.get(relation)
        return made
    quantity = scan.quantities.get(index + 1)
    if quantity is None or not 0 < quantity.value <= 30 or not quantity.article:
        return None
    made.century, made.last = int(quantity.value), quantity.last
    era_behind(scan, made)
    return made


def read_decade(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read العقد الماضي; العقد الثاني من القرن العشرين is read from its century."""
    relation = relation_at(scan, found.last)
    if relation is None or not found.article:
        return None
    made = Expression(found.first, found.last + 1, found.cut, "time.date.period", unit="E", relation=relation)
    extend_left(scan, made, reached, day=False)
    return made


def read_season(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read هذا الشتاء, الصيف الماضي, صيف 2024, شتاء العام الماضي."""
    made = Expression(found.first, found.last, found.cut, "time.date.season", season=found.item.text)
    year = year_at(scan, found.last)
    if year is not None and not found.article and not scan.role(year[1], "counted"):
        made.year, made.last = year
    elif found.article:
        relation = relation_at(scan, found.last)
        this = scan.norm(found.first - 1)
        if relation is None and not (this in ("هذا", "لهذا", "وهذا") and not found.cut):
            return None
        made.relation, made.last = relation or 0, found.last + (relation is not None)
        if relation is None:
            made.first -= 1
            made.cut = scan.senses[made.first].cut if scan.senses[made.first] else 0  # type: ignore[union-attr]
        return made
    else:
        return None
    extend_left(scan, made, reached, day=False)
    return made
