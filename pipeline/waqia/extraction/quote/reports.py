"""Reports: a reporting word, whose it is, and the content it introduces, before spans are cut."""

from dataclasses import dataclass

from waqia.extraction.analysis import ActorMention
from waqia.extraction.quote.complements import PLAIN, Complement, find_complement
from waqia.extraction.quote.context import Context
from waqia.extraction.quote.cues import Cue, find_cues
from waqia.extraction.quote.speakers import Speakers
from waqia.extraction.quote.words import is_word

_PHRASE_WINDOW = 16
_SUBJECT_WINDOW = 12
_LONG = 3
_CUE_GAP = 6
_STOPS = frozenset("؛;.!؟?…،,:)")


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its speaker; ``content`` None: it reports what stands before it, or its sentence.

    ``region_end`` is the token behind the words that name the speaker. ``silent``: it only names the speaker of
    the quotation before it or of the cue behind it (وأضاف قائلا).
    """

    cue: Cue
    content: Complement | None
    speaker: ActorMention | None
    region_end: int
    silent: bool = False

    @property
    def nested(self) -> bool:
        """Say whether it may be a verb inside reported content: no subject of its own, no أن, no marks."""
        plain = self.content is not None and self.content.link in ("preposition", "object")
        return plain and self.content is not None and self.content.subject - self.cue.last <= 1


def find_reports(context: Context) -> list[Report]:
    """Return every reporting word that reports something, in text order."""
    cues = find_cues(context)
    stops = {cue.first: cue for cue in cues if _stops(context, cue)}
    speakers = Speakers(context)
    reports: list[Report] = []
    skipped = -1
    for number, cue in enumerate(cues):
        if number == skipped:
            continue
        following = cues[number + 1] if number + 1 < len(cues) else None
        if cue.shape == "phrase":
            report, absorbed = _phrase(context, cue, speakers, following)
            skipped = number + 1 if absorbed else -1
            if report is not None:
                reports.append(report)
            continue
        content = find_complement(context, cue, stops)
        if cue.relative and not _forward(context, cue, content):
            content = None
        if content is not None and _accepts(context, cue, content):
            speaker = speakers.of_verb(cue, content.subject)
            reports.append(Report(cue, content, speaker, content.subject))
        else:
            report = _without_content(context, cue, speakers, following)
            if report is not None:
                reports.append(report)
    return reports


def _stops(context: Context, cue: Cue) -> bool:
    """Say whether the search for another cue's content ends at this one."""
    if cue.shape == "phrase":
        return False
    if not cue.homograph or (cue.linked and cue.lemma in PLAIN):
        return True
    following = context.tokens[cue.last] if cue.last < len(context.tokens) else None
    if following is None:
        return False
    return following.clean in ':"«“' or is_word(following.norm, "complementizer", conjunction=False)


def _forward(context: Context, cue: Cue, content: Complement | None) -> bool:
    """Say whether a relative report introduces what follows: كما يرى فلان:"…", كما ذكرت الصحيفة أن."""
    if content is None:
        return False
    also = context.tokens[cue.first - 1].norm == "كما" and content.link == "clause"
    return also or content.link == "marks"


def _accepts(context: Context, cue: Cue, content: Complement) -> bool:
    """Reject what only looks like a report: a homograph without a subject, a masdar without a plain complement."""
    if cue.impersonal and content.subject == cue.last:
        return False
    if cue.shape == "masdar":
        reach = _CUE_GAP if cue.lemma == "قال" else 0
        return content.subject - cue.last <= reach and content.link in ("clause", "marks", "colon")
    named = any(not actor.oblique for actor in context.actors_between(cue.last, content.subject))
    if cue.lemma == "كتب" and not (named or cue.linked):
        return False
    return named or not cue.homograph or content.subject - cue.last <= 3 or cue.lemma in PLAIN


def _without_content(context: Context, cue: Cue, speakers: Speakers, following: Cue | None) -> Report | None:
    """Handle a cue with nothing behind it: "…" قال فلان, كما قال فلان, وأضاف قائلا."""
    end = _region_end(context, cue.last, _SUBJECT_WINDOW)
    if following is not None and following.first < end:
        end = following.first
    goes_on = following is not None and following.first == end and following.shape in ("participle", "masdar")
    if cue.relative or goes_on or _closes_quotation(context, cue):
        return Report(cue, None, speakers.of_verb(cue, end), end, silent=not cue.relative)
    return None


def _closes_quotation(context: Context, cue: Cue) -> bool:
    index = cue.first - 1
    while index >= 0 and context.tokens[index].clean in "،,-–":
        index -= 1
    return index in context.quotation_ends


def _region_end(context: Context, begin: int, window: int) -> int:
    """Return the end of the noun phrase that may name a speaker: up to punctuation or أن."""
    limit = min(context.sentence_bounds(begin - 1)[1], begin + window)
    index = begin
    while index < limit:
        token = context.tokens[index]
        actor = context.actor_at(index)
        if actor is not None:
            index = actor.last
            continue
        marks = context.quotation_at.get(index)
        named = context.actor_at(index + 1) if marks is not None else None
        if marks is not None and named is None and context.words_in(marks.first, marks.last) >= _LONG:
            return index
        if token.clean in _STOPS or is_word(token.norm, "complementizer", conjunction=False):
            return index
        if is_word(token.norm, "result", conjunction=False):
            return index
        index += 1
    return index


def _phrase(context: Context, cue: Cue, speakers: Speakers, following: Cue | None) -> tuple[Report | None, bool]:
    """Read an attribution phrase: وفقا لفلان, with its content behind أن or a comma, or before it.

    The second value says that the verb behind it (وفق ما أعلن فلان) is part of it.
    """
    end = _region_end(context, cue.last, _PHRASE_WINDOW)
    if following is not None and following.first < end:
        if following.shape == "phrase":
            return None, False
        if following.relative and following.first - cue.last <= 2:
            end = _region_end(context, following.last, _PHRASE_WINDOW)
            speaker = speakers.of_verb(following, end)
            return Report(cue, _behind_phrase(context, cue, end), speaker, end), True
    speaker = speakers.of_phrase(cue, end)
    return Report(cue, _behind_phrase(context, cue, end), speaker, end), False


def _behind_phrase(context: Context, cue: Cue, end: int) -> Complement | None:
    """Return the content behind an attribution phrase: after أن, or after the phrase that opens a sentence."""
    first, last = context.sentence_bounds(cue.first)
    if end >= last:
        return None
    tokens = context.tokens
    token = tokens[end]
    marks = context.quotation_at.get(end + (token.clean == ":"))
    if marks is not None and context.words_in(marks.first, marks.last) >= _LONG:
        return Complement("marks", end, marks.first, marks.start, marks)
    if is_word(token.norm, "complementizer", conjunction=False) or is_word(token.norm, "result", conjunction=False):
        content = end + 1
        return Complement("clause", end, content, tokens[content].start) if content < last else None
    opens = all(
        tokens[index].kind == "punct" or _connector(tokens[index].norm)
        for index in range(max(first, cue.first - 4), cue.first)
    )
    if not opens or cue.first - first > 4 or token.clean not in "،,:":
        return None
    content = end + 1
    for index in range(content, min(last - 1, content + _CUE_GAP)):
        if is_word(tokens[index].norm, "result", conjunction=False):
            content = index + 1
            break
    return Complement("clause", end, content, tokens[content].start) if content < last else None


def _connector(norm: str) -> bool:
    return norm in ("و", "ف", "لكن", "فلذلك", "لذلك", "ايضا", "كذلك", "هذا")
