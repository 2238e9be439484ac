"""Read one amount around a unit of time: a number, dual, quantifier or bare noun with its unit."""

from waqia.time.amounts import FEW, SEVERAL, Amount, counted, vague
from waqia.time.duration_context import begins_construct, plural_stands, singular_stands, throughout
from waqia.time.quantity import Quantity
from waqia.time.scan import Scan
from waqia.time.vocabulary import Item

_SEASON, _OTHER = "season", "other"
_LENGTHS = frozenset({"مده", "مدي", "مدار", "امتداد"})
_YEARS = range(1000, 2200)
_MOST_NIGHTS = 999
_PLURAL_SCALES = frozenset({"الاف", "ملايين", "مليارات", "ملايير", "بلايين"})


def read_core(scan: Scan, at: int, unit: Item) -> Amount | None:
    """Return the amount whose unit stands at token ``at``, or None where it is none."""
    quantity = _quantity_before(scan, at)
    if quantity is not None:
        return _counted(scan, at, unit, quantity)
    found = _quantified(scan, at, unit)
    if found is not None:
        return found
    behind = _number_behind(scan, at, unit) if unit.kind == "plural" else None
    if behind is not None or (unit.flag == _SEASON and not _lasts(scan, at)):
        return behind
    if unit.kind == "dual":
        return _dual(scan, at, unit)
    if unit.kind == "plural":
        return _bare_plural(scan, at, unit)
    return _bare_singular(scan, at, unit)


def _lasts(scan: Scan, at: int) -> bool:
    """True behind لمدة "for the length of", على مدى: there, a season is an amount of time."""
    sense = scan.sense(at - 1)
    return sense is not None and scan.norm(at - 1)[sense.cut :] in _LENGTHS


def _quantity_before(scan: Scan, at: int) -> Quantity | None:
    """Return the numeral before the unit, also in brackets: (12) ساعة."""
    sense = scan.sense(at)
    if sense is not None and sense.proclitics:
        return None
    quantity = scan.ending.get(at)
    if quantity is None and scan.norm(at - 1) == ")":
        inner = scan.ending.get(at - 1)
        if inner is not None and scan.norm(inner.first - 1) == "(":
            quantity = inner
    return quantity


def _counted(scan: Scan, at: int, unit: Item, quantity: Quantity) -> Amount | None:
    sense = scan.sense(at)
    definite = bool(sense and sense.article)
    if quantity.ordinal or quantity.value <= 0 or unit.kind == "dual":
        return _dual(scan, at, unit) if unit.kind == "dual" else None
    if quantity.kind == "fraction":
        if unit.kind == "plural" or (definite and unit.value > 3600):
            return None
    elif (definite and unit.kind == "singular") or (
        unit.kind == "plural"
        and ((quantity.value < 2 and quantity.kind != "digits") or (10 < quantity.value < 100 and _adjectival(unit)))
    ):
        return None
    elif unit.kind == "singular" and quantity.kind == "words" and 3 <= quantity.value <= 10:
        return None if unit.flag else _numbered(scan, at, unit, quantity)
    if _is_year(scan, quantity, unit) or _is_percent(scan, quantity) or scan.norm(at + 1).removeprefix("ال") == "ضوءيه":
        return None
    if unit.key == "night" and quantity.value > _MOST_NIGHTS:
        return None
    if quantity.last - quantity.first == 1 and scan.norm(quantity.first)[quantity.cut :] in _PLURAL_SCALES:
        at_least: float = SEVERAL * quantity.value
        return vague(
            unit,
            at_least,
            None,
            first=quantity.first,
            last=at + 1,
            cut=quantity.cut,
            rule="time.duration.several",
        )
    return _numbered(scan, at, unit, quantity)


def _adjectival(unit: Item) -> bool:
    return unit.flag == "contract"


def _is_year(scan: Scan, quantity: Quantity, unit: Item) -> bool:
    """في عام 2019 أيام: a year before a unit is no count."""
    if quantity.value not in _YEARS or not scan.tokens[quantity.last - 1].clean.isdecimal():
        return False
    head = scan.role(quantity.first - 1, "period")
    return head is not None or unit.kind == "plural"


def _is_percent(scan: Scan, quantity: Quantity) -> bool:
    """4 في المائة "4 per cent" counts no unit behind it."""
    if not quantity.article or quantity.value != 100:
        return False
    return quantity.cut > 0 or scan.norm(quantity.first - 1) in ("في", "ب")


def _numbered(scan: Scan, at: int, unit: Item, quantity: Quantity) -> Amount:
    """Return ``quantity`` units, brackets around the numeral taken in."""
    bracket = scan.norm(at - 1) == ")"
    first, cut = (quantity.first - 1, 0) if bracket else (quantity.first, quantity.cut)
    few = None if bracket or quantity.kind != "words" else _few_more(scan, at, unit, quantity)
    return few or counted(unit, quantity.value, first=first, last=at + 1, cut=cut, rule="time.duration.counted")


def _few_more(scan: Scan, at: int, unit: Item, quantity: Quantity) -> Amount | None:
    """Read بضعة عشر يوما "some ten days" (13 to 19) and بضع وعشرون ساعة (23 to 29)."""
    found = scan.match_ending(quantity.first, "quantifier")
    joined = quantity.conjunction or quantity.value == 10
    if found is None or found.item.text != "few" or not joined or quantity.value % 10 or quantity.value > 90:
        return None
    low, high = (quantity.value + more for more in FEW)
    return vague(unit, low, high, first=found.first, last=at + 1, cut=found.cut, rule="time.duration.few")


def _quantified(scan: Scan, at: int, unit: Item) -> Amount | None:
    """Read بضع ساعات "a few hours", عدة أيام "several days", عشرات السنين "tens of years"."""
    sense = scan.sense(at)
    if sense is not None and sense.proclitics:
        return None
    if unit.kind != "plural":
        return None
    found = scan.match_ending(at, "quantifier")
    if found is not None:
        few = found.item.text == "few"
        low, high = FEW if few else (SEVERAL, None)
        rule = "time.duration.few" if few else "time.duration.several"
        return vague(unit, low, high, first=found.first, last=at + 1, cut=found.cut, rule=rule)
    number = scan.role(at - 1, "number")
    head = scan.sense(at - 1) if at else None
    if number is not None and head is not None and number.kind == "vague_scale":
        least = SEVERAL * number.value
        return vague(unit, least, None, first=at - 1, last=at + 1, cut=head.cut, rule="time.duration.several")
    return None


def _dual(scan: Scan, at: int, unit: Item) -> Amount | None:
    """Read ساعتين "two hours"; not عامي 2019 و2020, يومي العيد (a construct), the public عامين of قطاعين عامين."""
    sense = scan.sense(at)
    if sense is None or scan.norm(at + 1).isdecimal():
        return None
    if not scan.norm(at).endswith("ن") and begins_construct(scan, at + 1):
        return None
    if unit.key == "year" and scan.norm(at - 1).endswith(("ين", "ان")) and scan.norm(at - 1) not in ("بين",):
        return None
    if sense.article and not _relation_behind(scan, at + 1):
        return None
    if unit.flag and not _free_dual(scan, at):
        return None
    return counted(unit, 2, first=at, last=at + 1, cut=sense.cut, rule="time.duration.dual")


def _relation_behind(scan: Scan, index: int) -> bool:
    if scan.role(index, "relation_part") and scan.definite(index):
        return True
    return scan.role(index, "relation") is not None or scan.norm(index).startswith("و")


def _free_dual(scan: Scan, at: int) -> bool:
    sense = scan.sense(at)
    if sense is not None and sense.proclitics[-1:] == "ل":
        return True
    if scan.norm(at + 1) == "من" and scan.role(at + 2, "of_time"):
        return True
    return any(
        (
            scan.role(at - 1, "licence"),
            scan.match_ending(at, "comparator_before"),
            scan.role(at + 1, "relation"),
            scan.role(at - 1, "lead"),
        )
    )


def _number_behind(scan: Scan, at: int, unit: Item) -> Amount | None:
    """Read الأيام الثلاثة, الساعات الـ24, سنوات ولايته الأربع, أيام العرض الأربعة."""
    sense = scan.sense(at)
    if sense is None:
        return None
    place = at + 1 if sense.article else at + 2
    quantity = scan.quantities.get(place)
    if quantity is None or not quantity.article or quantity.ordinal or quantity.value < 2:
        return None
    if not sense.article:
        between = scan.tokens[at + 1]
        owned = between.norm.startswith("ال") or between.norm.endswith(("ه", "ها", "هم", "نا"))
        if between.kind != "word" or not owned or quantity.kind != "words" or not 3 <= quantity.value <= 10:
            return None
    return counted(
        unit,
        quantity.value,
        first=at,
        last=quantity.last,
        cut=sense.cut,
        rule="time.duration.number_behind",
    )


def _bare_plural(scan: Scan, at: int, unit: Item) -> Amount | None:
    sense = scan.sense(at)
    if sense is None:
        return None
    made = vague(unit, SEVERAL, None, first=at, last=at + 1, cut=sense.cut, rule="time.duration.bare_plural")
    adjective = scan.role(at + 1, "vague_adjective") or scan.role(at + 1, "relation")
    if sense.article:
        return made if _definite_stands(scan, at) else None
    if scan.role(at - 1, "predicate") or scan.role(at - 1, "this"):
        return None
    if adjective is not None and not scan.definite(at + 1):
        return made
    if scan.match_ending(at, "comparator_before") or scan.match_ending(at, "lead"):
        return None if begins_construct(scan, at + 1) else made
    return made if plural_stands(scan, at, at + 1, sense.cut, unit.flag) else None


def _definite_stands(scan: Scan, at: int) -> bool:
    """True for الأيام القليلة المقبلة, السنوات الأخيرة, and for الأيام بل الساعات الأخيرة."""
    if scan.role(at - 1, "this"):
        return False
    for index in (at + 1, at + 2):
        role = scan.role(index, "relation") or scan.role(index, "vague_adjective")
        if role is not None and scan.definite(index) and role.key != _OTHER:
            return True
        if index == at + 1 and scan.role(index, "relation") is None and not scan.definite(index):
            break
    joined = at + 2 if scan.norm(at + 1) in ("بل", "او") else at + 1
    unit = scan.role(joined, "unit")
    if unit is None or unit.kind != "plural" or not scan.definite(joined):
        return False
    sense = scan.sense(joined)
    linked = joined == at + 2 or (sense is not None and sense.proclitics == "و")
    return linked and scan.role(joined + 1, "relation") is not None and scan.definite(joined + 1)


def _bare_singular(scan: Scan, at: int, unit: Item) -> Amount | None:
    sense = scan.sense(at)
    if sense is None:
        return None
    if sense.article:
        if not throughout(scan, at, unit.value):
            return None
        return counted(unit, 1, first=at, last=at + 1, cut=0, rule="time.duration.throughout")
    made = counted(unit, 1, first=at, last=at + 1, cut=sense.cut, rule="time.duration.bare_singular", bare=True)
    every = scan.role(at - 1, "every")
    qualified = scan.match_ending(at, "comparator_before")
    whole = scan.role(at + 1, "whole")
    blocked = begins_construct(scan, at + 1) or scan.role(at + 1, "number") is not None
    if whole is not None and not scan.definite(at + 1):
        return made if not unit.flag or unit.key != "decade" or qualified else None
    if (
        _compound(scan, at, unit)
        or scan.isolated(at, at + 1)
        or _opens_range(scan, at)
        or scan.match(at + 1, "comparator_after")
    ):
        return made
    if blocked:
        return None
    if every is not None and unit.flag != "contract" and not scan.definite(at - 1):
        return made
    if qualified is not None and qualified.item.key not in ("less", "up_to", "at_least"):
        return made
    if qualified is not None and qualified.last - qualified.first > 1:
        return made
    return made if singular_stands(scan, at, at + 1, sense.cut, unit.flag) else None


def _opens_range(scan: Scan, at: int) -> bool:
    """True for the first of بين شهر وثلاثة أشهر, ساعة إلى ساعتين, يوم أو يومين."""
    link = scan.norm(at + 1)
    start = at + 1 + (link in ("الي", "او", "و"))
    sense = scan.sense(start)
    between = scan.norm(at - 1) == "بين" and (link == "و" or (sense is not None and sense.proclitics == "و"))
    if not between and link not in ("الي", "او"):
        return False
    quantity = scan.quantities.get(start)
    upper = scan.role(quantity.last if quantity is not None else start, "unit")
    return upper is not None and (quantity is not None or upper.kind == "dual")


def _compound(scan: Scan, at: int, unit: Item) -> bool:
    """ساعة ونصف "an hour and a half", سنة وشهران "a year and two months" need nothing before them."""
    alone = scan.norm(at + 1) == "و"
    start = at + 1 + alone
    sense = scan.sense(start)
    if not alone and (sense is None or sense.proclitics != "و"):
        return False
    quantity = scan.quantities.get(start)
    if quantity is not None and quantity.kind == "fraction":
        return not quantity.article
    smaller = scan.role(quantity.last if quantity is not None else start, "unit")
    if smaller is None or smaller.value >= unit.value or unit.flag == "contract":
        return False
    return quantity is not None or smaller.kind == "dual" or _counts_one(scan, start, smaller, unit)


def _counts_one(scan: Scan, at: int, smaller: Item, unit: Item) -> bool:
    sense = scan.sense(at)
    clear = unit.flag == "" or scan.tokens[at - 1].clean.endswith("ة")
    return smaller.kind == "singular" and sense is not None and not sense.article and clear
