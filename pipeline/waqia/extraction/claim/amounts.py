"""Amounts: numbers of people and things, and sums of money, with their spans and values."""

from waqia.extraction.event.words import words
from waqia.extraction.layout import Layout
from waqia.lexicon.match import Hit
from waqia.records import Amount, Span
from waqia.time import Number, numbers

MONEY = frozenset({"money", "USD", "EUR", "GBP", "SAR", "IQD", "EGP", "AED"})
"""Units of ``counted.tsv`` that are sums of money: currency codes, and ``money`` where the country is open."""

_APPROXIMATE = (("اكثر", "من"), ("ما", "لا", "يقل", "عن"), ("ما", "يزيد", "علي"), ("اقل", "من"), ("نحو",), ("حوالي",),
                ("قرابه",), ("زهاء",), ("ما", "يقارب"))  # fmt: skip


def find_amounts(layout: Layout) -> list[Amount]:
    """Return the amounts of an article: a number, or ملايين "millions" and the like, before a counted noun."""
    counted = {hit.first: hit for hit in layout.analysis.of("counted")}
    text = layout.analysis.text
    found = [_number_amount(layout, counted, number) for number in numbers(text)]
    amounts = [amount for amount in found if amount is not None]
    covered = {
        index for amount in amounts for index in range(*layout.range_of(Span(amount.start, amount.end, amount.text)))
    }
    for index, token in enumerate(layout.tokens):
        stem = token.norm.lstrip("ولب")
        if index not in covered and stem in words("vague_number"):
            hit = next((counted[at] for at in (index + 1, index + 2) if at in counted), None)
            start = token.end - len(stem) if token.end - token.start == len(token.norm) else token.start
            if hit is not None:
                span = text.span(start, hit.end)
                amounts.append(Amount(span.start, span.end, span.text, None, hit.entry.values["unit"]))
    return sorted(amounts, key=lambda amount: (amount.start, amount.end))


def _number_amount(layout: Layout, counted: dict[int, Hit], number: Number) -> Amount | None:
    if number.ordinal:
        return None
    span = layout.analysis.text.span(number.start, number.end)
    first, last = layout.range_of(span)
    hit = next((counted[at] for at in (last, last + 1) if at in counted), None)
    if hit is None or (hit.first == last + 1 and not layout.skippable[last] and layout.tokens[last].norm != "من"):
        return None
    start = _with_comparative(layout, first, number.start)
    whole = layout.analysis.text.span(start, hit.end)
    return Amount(whole.start, whole.end, whole.text, float(number.value), hit.entry.values["unit"])


def _with_comparative(layout: Layout, first: int, start: int) -> int:
    for phrase in _APPROXIMATE:
        begin = first - len(phrase)
        if begin >= 0 and tuple(layout.tokens[index].norm for index in range(begin, first)) == phrase:
            return layout.tokens[begin].start
    return start
