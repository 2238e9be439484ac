"""Digits with thousands and decimal marks, as Arabic news writes them."""

import re

_MARKS = re.compile(r"[.,٫٬،]")
_DIGITS_LIMIT = 21


def digits_value(written: str) -> int | float | None:
    """Return the value of digits with thousands and decimal marks; None for anything else.

    A comma before groups of three is a thousands mark, a single full stop a decimal mark.

    >>> digits_value("1,200"), digits_value("12,5"), digits_value("1.200.000"), digits_value("2.5")
    (1200, 12.5, 1200000, 2.5)
    """
    if len(written) > _DIGITS_LIMIT:
        return None
    if written.isdecimal():
        return int(written)
    marks = _MARKS.findall(written)
    groups = _MARKS.split(written)
    if not marks or not all(group.isdecimal() for group in groups):
        return None
    decimal = _has_decimals(marks, groups)
    whole = groups[:-1] if decimal else groups
    if any(len(group) != 3 for group in whole[1:]) or (len(whole) > 1 and len(whole[0]) > 3):
        return None
    integer = int("".join(whole))
    return tidy(float(f"{integer}.{groups[-1]}")) if decimal else integer


def _has_decimals(marks: list[str], groups: list[str]) -> bool:
    if marks[-1] == "٫" or (len(set(marks)) > 1 and len(marks) > 1):
        return True
    return len(marks) == 1 and marks[0] not in "٬،" and (marks[0] == "." or len(groups[-1]) != 3)


def tidy(value: float) -> int | float:
    """Return an int where the value is whole."""
    return int(value) if value == int(value) else round(value, 9)
