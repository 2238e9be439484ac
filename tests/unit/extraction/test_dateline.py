import pytest

from waqia.extraction.actor.scene import Scene
from waqia.extraction.analysis import Analysis
from waqia.extraction.dateline import read_dateline
from waqia.extraction.extractors import actors
from waqia.lexicon.match import matcher
from waqia.text.document import read


def analyse(raw):
    text = read(raw)
    return Analysis(text, matcher().find(text))


def line_of(raw):
    line = read_dateline(Scene(analyse(raw)))
    return tuple(raw[part.start : part.end] if part else None for part in (line.outlet, line.place, line.reporter))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("إيلاف من بغداد: انقطعت الخدمة مساء.", ("إيلاف", "بغداد", None)),
        ("رويترز- كراتشي: قالت الهيئة إنها تحقق.", ("رويترز", "كراتشي", None)),
        ("صنعاء: «الخليج»، وكالات تعطلت الخدمة.", ("الخليج", "صنعاء", None)),
        ("خالد المحنا- سبق- الرياض: عادت الخدمة.", ("سبق", "الرياض", "خالد المحنا")),
        ("الرياض - واس\nعادت الخدمة.", ("واس", "الرياض", None)),
        ("القاهرة (رويترز) - عادت الخدمة.", ("رويترز", "القاهرة", None)),
        ("عادت الخدمة إلى المدينة. (د ب أ)", ("د ب أ", None, None)),
        ("قالت رويترز إن الخدمة عادت إلى بغداد.", (None, None, None)),
        ("العراق: الخدمة تعود.", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_dateline_names_outlet_place_and_reporter(raw, expected):
    assert line_of(raw) == expected


def test_place_of_filing_is_marked_by_its_rule():
    analysis = analyse("إيلاف من بغداد: انقطعت الخدمة في البصرة.")
    actors(analysis)
    marked = {mention.span.text: "actors.dateline" in mention.rules for mention in analysis.actors}
    assert marked == {"إيلاف": True, "بغداد": True, "البصرة": False}
