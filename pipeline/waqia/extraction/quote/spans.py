"""Cut the span of a reported clause: where it ends, or where the sentence begins that a phrase attributes."""

from bisect import bisect_right
from functools import cached_property

from waqia.extraction.quote.context import Context
from waqia.extraction.quote.reports import Report
from waqia.extraction.quote.words import is_word, word_class
from waqia.records import Span

_INSIDE = frozenset(("عن", "في", "الي", "الذي", "التي", "ما"))  # may stand before a verb inside the content
_CLOSING = frozenset(".،,؛;:!؟?…-–")
_MARKS = frozenset("\"“”«»'")
_MIN_WORDS = 2
_LONGEST = 250  # tokens of a reported clause; longer ones are text without punctuation, and are cut
_NESTED = 40
_DATELINE = 120
_DATELINE_TOKENS = 10
_STILL = frozenset(("زال", "زالت", "يزال", "تزال", "زالوا", "يزالون"))
_DASHES = frozenset(":-–—")


class Cutter:
    """Cuts the spans of indirect quotes; ``reports`` in text order."""

    def __init__(self, context: Context, reports: list[Report]) -> None:
        self.context = context
        self.reports = reports

    def span(self, number: int) -> Span | None:
        """Return the span of a report's content, or None if there is too little of it."""
        report = self.reports[number]
        if report.content is not None:
            begin, start = report.content.token, report.content.start
            end = self._end(number, begin)
        else:
            found = self._sentence_before(number)
            if found is None:
                return None
            begin, start, end = found
        end = self._trim(begin, end)
        if end <= begin or self.context.words_in(begin, end) < _MIN_WORDS:
            return None
        return self.context.text.span(start, max(start, self.context.tokens[end - 1].end))

    def _end(self, number: int, begin: int) -> int:
        """Return the token behind the content: the sentence's end, or the next report in it."""
        last = min(self.context.sentence_bounds(begin)[1], begin + _LONGEST)
        for report in self.reports[number + 1 : number + 1 + _NESTED]:
            if report.cue.first >= last:
                break
            if report.cue.first > begin and self._ends_at(report, self.reports[number]):
                last = report.cue.first
                break
        found = bisect_right(self._resumptions, begin + 1)
        return min([last, *self._resumptions[found : found + 1]])

    @cached_property
    def _resumptions(self) -> list[int]:
        """The tokens at which the narrator takes over again behind a comma (واللافت أن, علما أن)."""
        tokens = self.context.tokens
        found = []
        for index in range(1, len(tokens) - 1):
            if tokens[index - 1].clean not in "،,؛":
                continue
            still = tokens[index].norm in ("وما", "ولا") and tokens[index + 1].norm in _STILL
            if still or is_word(tokens[index].norm, "resumption"):
                found.append(index)
        return found

    def _ends_at(self, report: Report, outer: Report) -> bool:
        """Say whether content ends at a report: it is coordinated, circumstantial or an attribution."""
        cue = report.cue
        if cue.shape == "finite" and cue.present and not outer.cue.present and report.nested:
            return False
        if cue.shape in ("phrase", "participle") or cue.linked or cue.relative:
            return True
        before = self.context.tokens[cue.first - 1]
        return before.kind == "punct" or before.norm in word_class("before_report") - _INSIDE

    def _trim(self, begin: int, end: int) -> int:
        """Drop punctuation, connectives and a mark without its partner from the end."""
        tokens = self.context.tokens
        while end > begin:
            token = tokens[end - 1]
            lone = token.clean in _MARKS and (end - 1) not in self.context.closing_marks
            if not (token.clean in _CLOSING or lone or token.norm in word_class("before_report")):
                break
            end -= 1
        return end

    def _sentence_before(self, number: int) -> tuple[int, int, int] | None:
        """Return begin token, raw start and end token of what stands before a trailing attribution."""
        report = self.reports[number]
        first, _ = self.context.sentence_bounds(report.cue.first)
        earlier = self.reports[number - 1] if number else None
        if earlier is not None and earlier.cue.first >= first:
            return None
        if report.speaker is None and report.cue.shape == "phrase" and not self._source(report):
            return None
        if not _MIN_WORDS <= report.cue.first - first <= _LONGEST or self._quoted_before(report):
            return None
        first = self._dateline(first, report.cue.first)
        return first, self._start(first), report.cue.first

    def _dateline(self, first: int, last: int) -> int:
        """Return the token behind the dateline of the article's first sentence (بغداد - رويترز:)."""
        if self.context.tokens[first].start > _DATELINE:
            return first
        begin = first
        for index in range(first, min(first + _DATELINE_TOKENS, last - 1)):
            if self.context.tokens[index].clean in _DASHES and (index > begin or self.context.actor_at(index)):
                begin = index + 1
        head = begin > first and all(self._named_or_mark(index) for index in range(first, begin))
        return begin if head else first

    def _named_or_mark(self, index: int) -> bool:
        token = self.context.tokens[index]
        known = token.kind in ("punct", "latin") or is_word(token.norm, "preposition")
        return known or self.context.actor_at(index) is not None

    def _source(self, report: Report) -> bool:
        """Say whether an attribution phrase names a kind of source, so that it isn't بحسب الحاجة "as needed"."""
        for index in range(report.cue.last, min(report.region_end, report.cue.last + 3)):
            norm = self.context.tokens[index].norm
            bare = norm.removeprefix("لل").removeprefix("ل").removeprefix("ال")
            if any(is_word(word, name) for word in (norm, bare) for name in ("document", "source")):
                return True
            if is_word("ال" + bare, "person"):
                return True
            if index in self.context.heads or is_word("ال" + bare, "organization"):
                return True
        return False

    def _quoted_before(self, report: Report) -> bool:
        index = report.cue.first - 1
        while index >= 0 and self.context.tokens[index].clean in "،,":
            index -= 1
        return index in self.context.quotation_ends

    def _start(self, first: int) -> int:
        """Return the raw start of a sentence, without the و that links it to the one before."""
        token = self.context.tokens[first]
        actor = self.context.actor_at(first)
        if token.norm.startswith("و") and len(token.norm) > 2:
            name = actor is not None and actor.first == first and actor.mention.span.start > token.start
            joined = token.norm.startswith("وال") or is_word(token.norm[1:], "preposition", conjunction=False)
            if name or joined or self.context.linked(first):
                return self.context.text.view.raw_span(token.at + 1, token.at + len(token.norm))[0]
        return token.start
