"""Read a date from a period: a year, month or week with its adjective, a decade, a century, a season."""

from waqia.time.date_anchors import read_numbered_month
from waqia.time.date_nth import counted_in_month, weekday_of_week
from waqia.time.date_parts import days_before, era_behind, extend_left, gregorian_behind, relation_at, year_at
from waqia.time.expressions import Expression
from waqia.time.scan import Match, Scan

_OF_AGE = frozenset({"عمره", "عمرها", "العمر", "عمرهم", "عمري"})
_SMALLEST_CLEAR_DECADE = 50
_COMMAS = frozenset({"،", ","})


def read_period(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read عام 2019, العام الماضي, هذا الأسبوع, 26 من الشهر المقبل, سنة 1443هـ."""
    unit = found.item.text
    if unit == "Y" and (year := _year_of(scan, found, reached)) is not None:
        return year
    if unit == "M" and not found.article:
        return read_numbered_month(scan, found, reached)
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
    elif _following(scan, made):
        made.relation, made.last = 1, made.last + 1
    else:
        return None
    if unit == "M" and not counted_in_month(scan, made, reached):
        days_before(scan, made, reached)
    if made.nth is not None:
        return made
    weekday_of_week(scan, made, reached)
    if made.weekday is not None:
        return made
    extend_left(scan, made, reached, day=unit in ("D", "N"))
    if not made.days:
        extend_left(scan, made, reached, day=False)
    return made


def _text_relation(scan: Scan, made: Expression) -> bool:
    """Read العام السابق, relative to the last year of the text."""
    item = scan.role(made.last, "relation_text")
    sense = scan.sense(made.last) if item is not None else None
    if item is None or sense is None or not sense.article or made.unit != "Y":
        return False
    made.relation, made.in_text, made.last = int(item.value), True, made.last + 1
    return True


def _following(scan: Scan, made: Expression) -> bool:
    """True for التالي where no other day of the text can be meant: الشهر التالي "the following month", alone."""
    later = scan.role(made.last, "relation")
    return later is not None and later.key == "later" and scan.isolated(made.first, made.last + 1)


def _year_of(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read عام 2019, سنة ،1740, العام 2000, عام ألفين وخمسة, عام 79 ميلادية, السنة السابعة من الهجرة."""
    bracket = scan.norm(found.last) == "("
    index = found.last + (bracket or scan.norm(found.last) in _COMMAS)
    year = year_at(scan, index)
    made = Expression(found.first, found.last, found.cut, "time.date.year")
    if year is not None and (not bracket or scan.norm(year[1]) == ")"):
        made.year, made.last = year[0], year[1] + bracket
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
    gregorian_behind(scan, made)
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
    sense = scan.sense(quantity.first - 1)
    made.first, made.cut = quantity.first - 1, sense.cut if sense else 0
    made.decade, made.unit = (made.century - 1) * 100 + (int(quantity.value) - 1) * 10, None
    return True


def _century(scan: Scan, index: int, reached: int) -> Expression | None:
    item = scan.role(index, "century")
    sense = scan.sense(index) if item is not None else None
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
            made.cut = scan.sense(made.first).cut if scan.sense(made.first) else 0  # type: ignore[union-attr]
        return made
    else:
        return None
    extend_left(scan, made, reached, day=False)
    return made
