from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from waqia.extraction.analysis import Analysis
from waqia.extraction.platforms import find_platforms
from waqia.lexicon.letters import letter_fault
from waqia.lexicon.load import Entry, Form
from waqia.lexicon.match import Matcher, matcher
from waqia.lexicon.tables import Policy
from waqia.text.document import read

NOUN = Policy(article=True, enclitics=True)
FORMS = tuple(
    Form(Entry(text, "word", {}, "words.tsv", line), "forms", text, policy, exact)
    for line, (text, policy, exact) in enumerate(
        (
            ("خدمة", NOUN, False),
            ("خدم", Policy(proclitics="verb", enclitics=True), False),
            ("الخدمة", Policy(), False),
            ("خدمة ن", NOUN, False),
            ("أمن", NOUN, True),
        )
    )
)
WORDS = (
    *("فيسبوك", "وإنستغرام", "إكس", "زوم", "كريم", "شاهد", "X", "Zoom", "facebook.com", "سبيس"),
    *("تطبيق", "منصة", "مثل", "على", "و", "،", ".", '"', "«", "»", "(", ")", "@", "/", "\n"),
)


@given(st.text(alphabet="وفبكلسالخدمةهتأإىنم \u064e\u0640\u200f،.", max_size=60))
def test_any_string_gives_ordered_hits_inside_it(raw):
    found = Matcher(FORMS).find(read(raw))
    assert all(0 <= hit.start < hit.end <= len(raw) for hit in found)
    assert all(before.end <= hit.start for before, hit in pairwise(found))


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(("", " ")))
def test_services_lie_apart_in_any_order_of_words(words, space):
    raw = space.join(words)
    text = read(raw)
    spans = [mention.span for mention in find_platforms(Analysis(text, matcher().find(text)))]
    assert all(span.text == raw[span.start : span.end] for span in spans)
    assert all(before.end <= span.start for before, span in pairwise(spans))


@given(st.text(max_size=40))
def test_what_the_letter_check_advises_has_no_fault(value):
    fault = letter_fault(value)
    if fault is not None:
        assert letter_fault(fault.partition("; write ")[2]) is None
