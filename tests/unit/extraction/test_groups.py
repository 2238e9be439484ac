"""Groups: unnamed collectives that speak, act in an event or are affected by it; others are no actors."""

import pytest

from waqia.extraction.extractors import analyse, run_extractors


def groups(raw):
    found = run_extractors(analyse(raw)).actors
    return [mention.span.text for mention in found if mention.type == "group"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("وقال خبراء إن الأسعار سترتفع.", ["خبراء"]),  # who speaks is an actor whatever he speaks of
        ("أفادت مصادر محلية بوقوع حريق.", ["مصادر محلية"]),
        ("حجبت الجهات المختصة تطبيق تلغرام.", ["الجهات المختصة"]),  # the event's subject
        ("قامت فرق الصيانة بإصلاح انقطاع الإنترنت.", ["فرق الصيانة"]),
        ("أمرت الحكومة مزودي خدمات الإنترنت بحجب موقع يوتيوب.", ["مزودي خدمات الإنترنت"]),  # who is told to
        ("دعت الوزارة مشغلي الهاتف المحمول إلى قطع الإنترنت.", ["مشغلي الهاتف المحمول"]),
        ("انقطع الإنترنت عن المشتركين في الحي.", ["المشتركين"]),  # whom it reaches
        ("تعطل فيسبوك وواجه ملايين المستخدمين صعوبات.", ["ملايين المستخدمين"]),
        ("انقطع التيار الكهربائي وسط تذمر المراجعين والمرضى.", ["المراجعين والمرضى"]),
        ("حجبت ليبيا موقع يوتيوب ومواقع المعارضة.", ["المعارضة"]),  # whose outlets it reaches
        ("حجبت الحكومة تلغرام. وهذا القرار يحرم ملايين المستخدمين من خدمة.", ["ملايين المستخدمين"]),
        ("اخترق القراصنة خوادم فيسبوك. وأدى هجوم القراصنة إلى تعطل واتساب.", ["القراصنة", "القراصنة"]),
    ],
)
def test_groups_that_take_part(raw, expected):
    assert groups(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "وصل السكان إلى السوق صباحا.",  # no event
        "استياء المسافرين من غلاء الأسعار.",
        "بلغ عدد اللاعبين مليونا وتعطل فيسبوك أمس.",  # a number
        "حجبت الحكومة مئات المواقع الإلكترونية.",
        "تعطل فيسبوك أمس. ووصل السكان إلى السوق بعد ذلك بيومين. وزار المواطنون الحديقة.",
        "تعطل فيسبوك فاتصل العميل بالمركز.",  # one person, told of before
        "جرت الانتخابات وسط معاناة الناخبين.",  # an election cuts nobody off
        "قال المتحدث إن الخدمة عادت.",
        "قال خالد المحنا في مؤتمر صحفي إن الخدمة عادت.",  # an adjective
        "قال رئيس الوزراء إن الخدمة عادت.",  # an office
        "أضاف أن وجهات النظر متطابقة.",  # views
        "يجب على مستخدمي فيسبوك حجب الرسائل.",  # advice
    ],
)
def test_groups_that_take_no_part(raw):
    assert groups(raw) == []
