"""Where a unit of time is an amount, and where it is not: licences before it, ages, clock times, names."""

from waqia.time.amounts import Amount
from waqia.time.scan import Scan

_CLAUSE = frozenset(".؟?!;؛:\n")
_AGE_REACH = 5
_LASTING_REACH = 8
_AFTER_AGE = frozenset({"العمر", "عمره", "عمرها", "عمرهم", "عمرهما", "عمري"})
_OWN_AGE = frozenset({"عمره", "عمرها", "عمرهم", "عمري", "عمرهما"})
_UNITS_OF_AGE = 86400 * 28
_POSSESSIVE = ("ها", "هم", "هما", "هن", "نا", "كم")
_STRICT = frozenset({"contract"})
_ACCUSATIVE_DURATION = frozenset({"اسبوعا", "شهرا"})
_ACCUSATIVE_PLURAL = frozenset({"اياما", "اعواما", "شهورا", "اشهرا"})
_AFTER_PROCLITIC = frozenset({"ساعه", "اسبوع", "دقيقه", "شهر", "قرن"})
_QUOTES = frozenset('"«“”»')
_AFTER_DAYS = frozenset({"من", "في", "علي", "عن", "الي", "بعد", "قبل", "مع", "حتي", "دون", "بسبب", "او", "فقط", "بل"})
_THROUGHOUT = frozenset({"طوال", "طيله", "طول"})
_DAY = 86400
_MOST_FAMOUS = frozenset({"اشهر"})
_BORNE = frozenset({"ساعات", "دقاءق"})
_NOT_OF_LENGTH = frozenset({"علي", "عن", "بل", "حتي", "او", "الي", "بين"})


def licence(scan: Scan, first: int, cut: int) -> str:
    """Return what licenses an amount at token ``first``: strong, weak, verb, proclitic, or nothing ("")."""
    sense = scan.sense(first)
    proclitics = sense.proclitics if sense and cut else ""
    if proclitics[-1:] in ("ل", "ب"):
        return "proclitic"
    before = scan.norm(first - 1)
    if before in ("ل", "ب", "لـ", "بـ"):
        return "proclitic"
    item = scan.role(first - 1, "licence")
    if item is not None and not scan.definite(first - 1):
        return item.text
    return _verb_before(scan, first)


def _verb_before(scan: Scan, first: int) -> str:
    """Look for a verb of lasting up to three words before (استمر العطل ساعات)."""
    for index in range(first - 2, max(first - 4, -1), -1):
        token = scan.tokens[index + 1]
        if token.kind == "punct":
            return ""
        item = scan.role(index, "licence")
        if item is not None:
            return "verb" if item.text == "verb" else ""
    return ""


def begins_construct(scan: Scan, index: int) -> bool:
    """True where the word at ``index`` completes a construct, so no amount is meant: أيام العيد."""
    if index >= len(scan.tokens):
        return False
    token = scan.tokens[index]
    if token.clean == "(" and index + 1 < len(scan.tokens):
        token = scan.tokens[index + 1]
        return token.kind == "number" and token.clean.isdecimal() and len(token.clean) == 4
    if token.kind == "number":
        return token.clean.isdecimal()
    if token.kind != "word":
        return False
    if token.norm == "ال":
        return True
    if any(scan.role(index, role) for role in ("weekday", "month", "dayref", "this")):
        return scan.sense(index).cut == 0  # type: ignore[union-attr]
    if any(scan.match(index, role) for role in ("weekday", "month", "dayref")):
        return True
    sense = scan.sense(index)
    if sense is not None and ("relation" in sense.roles or "vague_adjective" in sense.roles):
        return False
    if token.clean.startswith("ال") and len(token.clean) > 4:
        return True
    return len(token.clean) > 4 and (token.clean.endswith(_POSSESSIVE) or token.clean.endswith("ته"))


def singular_stands(scan: Scan, first: int, last: int, cut: int, unit_flag: str) -> bool:
    """True where a bare singular is an amount: بعد ساعة "after an hour", تستغرق أسبوعا "takes a week"."""
    spelled = scan.tokens[first].clean[cut:]
    norm = scan.tokens[first].norm[cut:]
    if begins_construct(scan, last) or _same_unit_idiom(scan, first):
        return False
    if unit_flag in _STRICT and not _closed_behind(scan, last):
        return False
    kind = licence(scan, first, cut)
    if norm in _ACCUSATIVE_DURATION:
        return not scan.role(first - 1, "every")
    if kind == "strong":
        return not (spelled.endswith("نه") and spelled == "سنه")
    if kind == "proclitic":
        named = last < len(scan.tokens) and (scan.norm(last) in _QUOTES or scan.tokens[last].kind == "latin")
        return norm in _AFTER_PROCLITIC and not named and not scan.role(last, "number")
    return kind == "verb" and norm in ("ساعه", "يوما", "عاما")


def throughout(scan: Scan, at: int, size: float) -> bool:
    """True for the length in طوال العام "throughout the year", طيلة اليوم "all day"."""
    sense, before = scan.sense(at - 1), scan.norm(at - 1)
    long = sense is not None and before[sense.cut :] in _THROUGHOUT and size >= _DAY
    return long and not begins_construct(scan, at + 1)


def _same_unit_idiom(scan: Scan, first: int) -> bool:
    """يوما بعد يوم "day after day" is no amount."""
    two = scan.role(first - 2, "unit")
    here = scan.role(first, "unit")
    return bool(two and here and two.key == here.key and scan.norm(first - 1) in ("بعد", "الي", "عن"))


def _closed_behind(scan: Scan, last: int) -> bool:
    if last >= len(scan.tokens):
        return True
    token = scan.tokens[last]
    return token.kind == "punct" or token.norm in ("من", "علي", "فقط", "في", "تقريبا", "ونصف")


def plural_stands(scan: Scan, first: int, last: int, cut: int, unit_flag: str) -> bool:
    """True where a bare indefinite plural is an amount: منذ سنوات "for years", لأيام "for days"."""
    if begins_construct(scan, last) or scan.role(first - 1, "predicate"):
        return False
    norm = scan.tokens[first].norm[cut:]
    kind = licence(scan, first, cut)
    before = scan.norm(first - 1)
    if before == "او" and _after_unit(scan, first - 2):
        return True
    if norm in _BORNE and scan.role(last, "trying") and not scan.definite(last):
        return True
    if norm in _MOST_FAMOUS:
        return kind in ("strong", "verb") or (kind == "proclitic" and scan.tokens[first].norm[cut - 1] == "ل")
    if unit_flag in _STRICT:
        return kind == "strong" or (kind == "proclitic" and scan.tokens[first].norm[:cut][-1:] == "ل")
    if norm == "ايام" and kind in ("proclitic", "weak") and not _ends_phrase(scan, last):
        return False
    if kind == "weak":
        return before not in _NOT_OF_LENGTH
    return bool(kind) or norm in _ACCUSATIVE_PLURAL


def _after_unit(scan: Scan, index: int) -> bool:
    """True for the second of ساعات أو أيام "hours or days"."""
    unit = scan.role(index, "unit")
    return unit is not None and unit.kind == "plural"


def _ends_phrase(scan: Scan, index: int) -> bool:
    """True where no festival or season can follow (not أيام قرطاج)."""
    if index >= len(scan.tokens):
        return True
    token = scan.tokens[index]
    if token.kind != "word":
        opens = token.clean in _QUOTES and token.start > scan.tokens[index - 1].end
        return token.kind == "punct" and not opens
    return token.norm in _AFTER_DAYS or token.clean.endswith("ة") or token.norm.startswith(("و", "ل", "ب"))


def is_age(scan: Scan, amount: Amount) -> bool:
    """True for ages: عمره 25 عاما, يبلغ 25 عاما, (32 عاما), 25 عاما من العمر."""
    if amount.unit < _UNITS_OF_AGE and amount.vague:
        return False
    if amount.unit >= _UNITS_OF_AGE and (_bracketed(scan, amount) or _age_limit(scan, amount)):
        return True
    if scan.norm(amount.last) == "من" and scan.norm(amount.last + 1) in _AFTER_AGE:
        return scan.role(amount.first - 1, "licence") is None or scan.norm(amount.first - 1) in ("عن", "في")
    for index in range(amount.first - 1, max(amount.first - 1 - _AGE_REACH, -1), -1):
        token = scan.tokens[index]
        if token.clean in _CLAUSE or token.clean in "،,":
            return False
        if scan.role(index, "length"):
            return False
        if scan.role(index, "age"):
            if scan.norm(index - 1) == "من" and token.norm in _OWN_AGE:
                return False
            return _age_word(scan, index, amount)
    return False


def _age_word(scan: Scan, index: int, amount: Amount) -> bool:
    norm = scan.tokens[index].norm
    distance = amount.first - index
    if norm == "العمر" or (norm.endswith("عمر") and scan.norm(index + 1).startswith("ال")):
        return amount.unit >= 86400
    if norm.endswith(("عمر", "سن", "بالغ", "بالغه", "بالغين", "بلغ")) or norm in ("يناهز", "يبلغ", "تبلغ"):
        if scan.norm(index + 1) == "من" and scan.norm(index + 2) in _AFTER_AGE:
            return True
        named = distance == 2 and not norm.endswith(("عمر", "سن")) and scan.norm(index + 1).startswith("ال")
        return (named or distance <= (2 if norm.endswith(("عمر", "سن")) else 1)) and amount.unit >= _UNITS_OF_AGE
    return True


def _bracketed(scan: Scan, amount: Amount) -> bool:
    before, after = scan.norm(amount.first - 1), scan.norm(amount.last)
    if amount.unit < 31_000_000:
        return False
    return (before == "(" and after in (")", "،", ",")) or (
        before in ("،", ",") and amount.first > 1 and after in ("،", ",") and amount.exact and len(amount.parts) == 1
    )


def _age_limit(scan: Scan, amount: Amount) -> bool:
    """تحت 20 سنة "under twenty", دون 17 عاما."""
    if not amount.vague and scan.role(amount.first - 1, "age_limit"):
        return True
    first = scan.role(amount.first, "age_limit")
    if first is not None and amount.mod == "LESS_THAN":
        return True
    if amount.mod != "LESS_THAN" or amount.unit < 31_000_000:
        return False
    return any(scan.norm(amount.first - back) in _SPORT for back in range(1, 5))


_SPORT = frozenset({"منتخب", "المنتخب", "منتخبات", "فءه", "لفءه", "الاطفال", "بطوله", "كاس", "للاطفال", "الشباب"})


def is_clock(scan: Scan, amount: Amount) -> bool:
    """True for the minutes of a clock time: الساعة العاشرة و30 دقيقة, إلا خمس دقائق."""
    if amount.unit > 60 or amount.vague:
        return False
    sense = scan.sense(amount.first)
    joined = scan.norm(amount.first - 1) in ("و", "الا") or (sense is not None and sense.conjunction)
    if not joined:
        return False
    return any(scan.norm(index).endswith("الساعه") for index in range(amount.first - 1, max(amount.first - 7, -1), -1))


def negated(scan: Scan, amount: Amount) -> bool:
    """True in the scope of لا and a verb of lasting: لا تستمر الأعطال لأكثر من 30 دقيقة."""
    for index in range(amount.first - 1, max(amount.first - 1 - _LASTING_REACH, 0), -1):
        token = scan.tokens[index]
        if token.clean in _CLAUSE or token.clean in "،,":
            return False
        if scan.role(index, "lasting") and scan.role(index - 1, "negator"):
            return True
    return False


def is_rate(scan: Scan, amount: Amount) -> bool:
    """True behind a slash: كم/ساعة "km/h"."""
    return scan.norm(amount.first - 1) in ("/", "\\")
