"""Quotes: words given as someone's, in quotation marks or as a reported clause, with speaker and reporting words.

``find_quotes`` is a pure function over an analysis. Quotation marks are paired (``quote.marks``), reporting words are
read with their content and speaker (``quote.reports``); here both become mentions, and spans are cut.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from waqia.extraction.analysis import Analysis, QuoteMention
from waqia.extraction.body import body_start
from waqia.extraction.quote.context import Context
from waqia.extraction.quote.marks import Quotation
from waqia.extraction.quote.reports import Report, find_reports
from waqia.extraction.quote.spans import Cutter
from waqia.extraction.quote.words import is_word
from waqia.records import Span

_LONG = 3
_EMBEDDED = 4
_REACH = 60


def find_quotes(analysis: Analysis) -> list[QuoteMention]:
    """Return direct and indirect quotes in text order; of nested quotation marks only the outer pair."""
    context = Context(analysis)
    reports = find_reports(context)
    direct = _Direct(context, reports)
    mentions = list(direct.quotes())
    mentions += _indirect(context, reports, direct.used)
    mentions = [_behind_dateline(analysis, mention) for mention in mentions]
    mentions.sort(key=lambda mention: (mention.span.start, -mention.span.end, mention.kind))
    return mentions


def _behind_dateline(analysis: Analysis, mention: QuoteMention) -> QuoteMention:
    """Take the dateline (بغداد (رويترز) - "Baghdad (Reuters) -") off a clause that begins with it."""
    start = body_start(analysis)
    if mention.kind == "direct" or not mention.span.start < start < mention.span.end:
        return mention
    return replace(mention, span=analysis.text.span(start, mention.span.end))


def _cue_span(context: Context, report: Report) -> Span:
    return context.text.span(report.cue.start, report.cue.end)


class _Direct:
    """Decides which quotations are somebody's words."""

    def __init__(self, context: Context, reports: list[Report]) -> None:
        self.context = context
        self.reports = reports
        self.used: set[int] = set()
        self._firsts = [report.cue.first for report in reports]
        self._introduced: dict[int, int] = {}
        for number, report in enumerate(reports):
            if report.content is not None and report.content.quotation is not None:
                self._introduced[report.content.quotation.before] = number

    def quotes(self) -> Iterator[QuoteMention]:
        """Yield the direct quotes."""
        taken = 0
        for quotation in self.context.quotations:
            if quotation.before < taken or not self._eligible(quotation):
                continue
            mention = self._quote(quotation)
            if mention is not None:
                taken = quotation.after
                yield mention

    def _eligible(self, quotation: Quotation) -> bool:
        words = self.context.words_in(quotation.first, quotation.last)
        actor = self.context.actor_at(quotation.first)
        named = actor is not None and actor.last >= quotation.last
        before = self.context.tokens[quotation.before].start - 1
        markup = before >= 0 and self.context.text.raw[before] == "="
        return words >= _LONG and not named and not markup

    def _quote(self, quotation: Quotation) -> QuoteMention | None:
        number = self._introduced.get(quotation.before)
        if number is not None:
            return self._mention(quotation, number, "quotes/introduced")
        if not quotation.closed:
            return None
        for find, rule in ((self._behind, "quotes/followed"), (self._around, "quotes/embedded")):
            number = find(quotation)
            if number is not None:
                return self._mention(quotation, number, rule)
        return self._named(quotation)

    def _mention(self, quotation: Quotation, number: int, rule: str) -> QuoteMention:
        report = self.reports[number]
        if rule != "quotes/embedded":
            self.used.add(number)
        span = self.context.text.span(quotation.start, quotation.end)
        return QuoteMention("direct", span, report.speaker, _cue_span(self.context, report), report.cue.cls,
                            (rule, report.cue.rule))  # fmt: skip

    def _behind(self, quotation: Quotation) -> int | None:
        """Return the report that follows a quotation: "…" قال فلان, "…" بحسب فلان."""
        number = bisect_right(self._firsts, quotation.after - 1)
        if number == len(self.reports):
            return None
        report = self.reports[number]
        if self.context.paragraph(report.cue.first) != self.context.paragraph(quotation.before):
            return None
        between = range(quotation.after, report.cue.first)
        if len(between) > 3 or any(not self._light(index) for index in between):
            return None
        if report.cue.shape == "phrase":
            return number
        return number if report.content is None and not report.cue.linked else None

    def _light(self, index: int) -> bool:
        token = self.context.tokens[index]
        return token.clean in "،,-–" or is_word(token.norm, "relative") or token.norm in ("هكذا", "بهذه", "الكلمات")

    def _around(self, quotation: Quotation) -> int | None:
        """Return the report in whose clause a quotation stands (قال إن هذا تسبب في "…")."""
        number = bisect_right(self._firsts, quotation.before) - 1
        if number < 0 or self.context.words_in(quotation.first, quotation.last) < _EMBEDDED:
            return None
        report = self.reports[number]
        before = self.context.tokens[quotation.before - 1]
        if quotation.before - report.cue.first > _REACH or is_word(before.norm, "work"):
            return None
        content = report.content
        if content is None or content.quotation is not None or report.cue.shape == "phrase":
            return None
        same = self.context.sentence_of[report.cue.first] == self.context.sentence_of[quotation.before]
        return number if same and content.token <= quotation.before else None

    def _named(self, quotation: Quotation) -> QuoteMention | None:
        """Return the quote of a person or institution whose name and a colon stand before the marks."""
        index = quotation.before - 1
        if index < 1 or self.context.tokens[index].clean != ":":
            return None
        actor = self.context.actor_at(index - 1)
        if actor is None or not actor.speaks or (actor.mention.key or "").startswith("outlets/"):
            return None
        if actor.oblique or actor.first - self.context.sentence_bounds(index)[0] > 6:
            return None
        span = self.context.text.span(quotation.start, quotation.end)
        return QuoteMention("direct", span, actor.mention, None, None, ("quotes/named",))


def _indirect(context: Context, reports: list[Report], used: set[int]) -> Iterator[QuoteMention]:
    cutter = Cutter(context, reports)
    for number, report in enumerate(reports):
        if number in used or report.silent or (report.content is not None and report.content.quotation is not None):
            continue
        span = cutter.span(number)
        if span is None:
            continue
        rule = "quotes/clause" if report.content is not None else "quotes/sentence"
        yield QuoteMention("indirect", span, report.speaker, _cue_span(context, report), report.cue.cls,
                           (rule, report.cue.rule))  # fmt: skip
