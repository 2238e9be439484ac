"""What a trigger must happen to, and what the words around it say: look-alikes of both."""

import pytest

from waqia.extraction.extractors import analyse, run_extractors


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير في تعليق على تويتر إن الوفد وصل إلى العاصمة.",
        "يغيب اللاعب عن النهائي كما أفاد موقع الاتحاد على شبكة الإنترنت.",
        "أثنى الوفد على حرم الرئيس وعلى ما كتبته على الإنترنت.",
        "تسعى دول عدة إلى إعفاءات من حظر الاتحاد الأوروبي للنفط.",
    ],
)
def test_events_comment_or_embargo_is_no_block(text: str) -> None:
    """A comment on a service is no suspension of it, and the European Union is no newspaper."""
    assert not run_extractors(analyse(text)).events


@pytest.mark.parametrize("text", ["قررت السلطات تعليق تويتر في البلاد.", "حجبت السلطات موقع صحيفة الاتحاد في البلاد."])
def test_events_suspension_or_blocked_outlet_is_a_block(text: str) -> None:
    """The same words with an object of their own tell a block."""
    assert [event.type for event in run_extractors(analyse(text)).events] == ["platform_block"]


def test_realis_what_is_considered_something_is_no_promise() -> None:
    """يعد reads "is considered" far more often than "promises": it plans nothing."""
    (event,) = run_extractors(analyse("يعد انقطاع الكهرباء عن المدينة أمس الأسوأ منذ سنوات.")).events
    assert event.realis == "actual"
