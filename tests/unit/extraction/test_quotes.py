"""Own sentences; {cue}, ⟦content⟧, and actors as <type:words>, types p o g l, a star on the speaker."""

import re
import time

import pytest

from waqia.extraction.analysis import ActorMention, Analysis, QuoteMention
from waqia.extraction.extractors import analyse, run_extractors
from waqia.extraction.quotes import find_quotes
from waqia.lexicon.match import matcher
from waqia.records import ActorType, Span
from waqia.text.document import read

_TYPES: dict[str, ActorType] = {"p": "person", "o": "organization", "g": "group", "l": "place"}
_MARK = re.compile(r"<([pogl])(\*?)(?:/([^:>]*))?:|[>⟦⟧{}]")

DIRECT = [
    'قال <p*:سمير حداد>: "⟦نعمل على إصلاح الشبكة⟧".',
    '{قال} <p*:سمير حداد>: "⟦نعمل على إصلاح الشبكة⟧".',
    '{قال} <p*:سمير حداد> :"⟦نعمل على إصلاح الشبكة⟧".',
    '{قال} <p*:سمير حداد> "⟦نعمل على إصلاح الشبكة⟧".',
    "{قال} <p*:سمير حداد>: «⟦نعمل على إصلاح الشبكة⟧».",
    "{قال} <p*:سمير حداد>: “⟦نعمل على إصلاح الشبكة⟧”.",
    "{قال} <p*:سمير حداد>: ”⟦نعمل على إصلاح الشبكة⟧“.",
    "{قال} <p*:سمير حداد>: „⟦نعمل على إصلاح الشبكة⟧“.",
    "{قال} <p*:سمير حداد>: ''⟦نعمل على إصلاح الشبكة⟧''.",
    "{قال} <p*:سمير حداد>: '⟦نعمل على إصلاح الشبكة⟧'.",
    '{قال} <p*:سمير حداد>: "⟦نعمل على إصلاح الشبكة⟧."',
    '{قال} <p*:سمير حداد>:\n"⟦نعمل على إصلاح الشبكة⟧".',
    '{قال} <p*:سمير حداد>: "⟦نعمل على إصلاح الشبكة',
    '{قال} <p*:سمير حداد>: "⟦نعمل على إصلاح الشبكة.\nلن نترك عملاءنا وحدهم⟧".',
    '{قال} <p*:سمير حداد>: "⟦نعمل على الإصلاح. لن نترك عملاءنا⟧".',
    '{قال} <p*:سمير حداد>: "⟦قرأت تقرير "الأفق" وهو خاطئ⟧".',
    '"⟦نعمل على إصلاح الشبكة⟧"، {قال} <p*:سمير حداد>.',
    '"⟦نعمل على إصلاح الشبكة⟧" {يقول} <p*:سمير حداد>.',
    '"⟦نعمل على إصلاح الشبكة⟧"، {بحسب} <p*:سمير حداد>.',
    '"⟦نعمل على إصلاح الشبكة⟧"، {وفق} <o*:هيئة الاتصالات>.',
    '"⟦نعمل على إصلاح الشبكة⟧"، كما {قالت} <o*:هيئة الاتصالات>.',
    'وقد {صرح} <p*:سمير حداد> لموقع "<o:الأفق نيوز العربية>": "⟦نعمل على إصلاح الشبكة⟧".',
    '{أكد} <p*:سمير حداد> أن "⟦الخدمة ستعود قبل المساء⟧".',
    '{أكدت} <o*:هيئة الاتصالات> بأن "⟦الخدمة ستعود قبل المساء⟧".',
    '{قال} <p*:سمير حداد> إن القرار "⟦خطوة لا تخدم أحدا في البلاد⟧".',
    'رفض <p*:سمير حداد> القرار، {واصفا} إياه بأنه "⟦خطوة لا تخدم أحدا⟧".',
    'انتقد <p*:سمير حداد> القرار، {قائلا}: "⟦هذه خطوة متسرعة جدا⟧".',
    'انتقد <p*:سمير حداد> القرار، {مؤكدا} أن "⟦الشبكة ملك للجميع⟧".',
    'ظهر <p*:سمير حداد> في البرنامج. و{أضاف}: "⟦هذه خطوة متسرعة جدا⟧".',
    'كما {يرى} <p*:حداد>:"⟦هذه خطوة متسرعة جدا⟧".',
    '{قالت} <o*:شركة الأفق> في بيان: "⟦نعتذر لعملائنا عن التوقف⟧".',
    '{غرد} <p*:سمير حداد> على منصة محلية: "⟦عدنا إلى العمل الآن⟧".',
    '{ورد في} بيان <o*:شركة الأفق> "⟦أن الخدمة تعود تدريجيا إلى الناس⟧".',
    '<p*:سمير حداد>: "⟦لن نقطع الشبكة أبدا⟧".',
    '{قال} المتحدث باسم <o:وزارة النقل> <p*:سمير حداد>: "⟦الطرق مفتوحة أمام الجميع⟧".',
    '{قال} <g*:مسؤول> في <o:وزارة النقل>: "⟦الطرق مفتوحة أمام الجميع⟧".',
    'ذكر <p*:سمير حداد> ذلك لـ"<o:الأفق>"، {مضيفا}: "⟦الطرق مفتوحة أمام الجميع⟧".',
    'نقلت <o:وكالة الأفق> عن <p*:سمير حداد> {قول}ه: "⟦الطرق مفتوحة أمام الجميع⟧".',
    '{تساءل} <p*:سمير حداد>: "⟦متى تعود الخدمة إلينا؟⟧".',
]

INDIRECT = [
    "{قال} <p*:سمير حداد> إن ⟦الشبكة عادت إلى العمل⟧.",
    "{قالت} <o*:هيئة الاتصالات> إنها ⟦تبحث عن سبب العطل⟧.",
    "{أعلنت} <o*:هيئة الاتصالات> أن ⟦الخدمة عادت صباحا⟧.",
    "{أعلنت} <o*:هيئة الاتصالات> أمس الأحد عن ⟦انقطاع الخدمة ساعتين⟧.",
    "{صرح} <p*:سمير حداد> بأن ⟦الشبكة مستقرة تماما⟧.",
    "{أشار} <p*:سمير حداد> إلى أن ⟦الشبكة مستقرة تماما⟧.",
    "{أشار} <p*:سمير حداد> إلى ⟦ضعف الشبكة ليلا⟧.",
    "{يشير} <p*:حداد> ل⟦انتشار شائعات كثيرة في المدينة⟧.",
    "{حذر} <p*:سمير حداد> من ⟦انقطاع الشبكة قريبا⟧.",
    "{حذرت} <o*:هيئة الاتصالات> من أن ⟦الكابل قديم جدا⟧.",
    "{طالب} <p*:سمير حداد> ب⟦إعادة الشبكة فورا⟧.",
    "{طالب} الخبير التقني <p*:سمير حداد> ب⟦إعادة الشبكة فورا⟧.",
    "{هددت} <o*:الحكومة> ب⟦حجب التطبيق نهائيا⟧.",
    "{دعا} <p*:سمير حداد> إلى ⟦رفع الحجب فورا⟧.",
    "{نفت} <o*:شركة الأفق> ⟦مسؤوليتها عن العطل⟧.",
    "{توقع} <p*:سمير حداد> ⟦انقطاع الشبكة غدا⟧.",
    "{زعم} <p*:سمير حداد> أن ⟦الشبكة مقطوعة عمدا⟧.",
    "{أكد} <g*:سكان محليون> أن ⟦الخدمة ضعيفة جدا⟧.",
    "{قالت} <l*:بيروت> إنها ⟦لم تقطع الشبكة⟧.",
    "<p*:سمير حداد> {قال} إن ⟦الشبكة عادت إلى العمل⟧.",
    "وكانت <o*:وزارة النقل> قد {حذرت} من أن ⟦الطرق ستغلق مساء⟧.",
    "{ذكرت} <o*:شركة الأفق>، وهي إحدى الشركات المتضررة، أنها ⟦تعاملت مع الهجوم سريعا⟧.",
    "{أضاف} <p*:سمير حداد>: ⟦هؤلاء العمال يستحقون الشكر⟧.",
    "⟦عادت الخدمة إلى العمل مساء⟧، {بحسب} <o*:هيئة الاتصالات>.",
    "⟦عادت الخدمة إلى العمل مساء⟧، {وفقًا} لتقرير نشره موقع <o*:الأفق>.",
    "⟦عادت الخدمة إلى العمل مساء⟧، {حسب} <g*:سكان محليين>.",
    "⟦عادت الخدمة إلى العمل مساء⟧ {وفق} ما أعلنت <o*:هيئة الاتصالات>.",
    "⟦عادت الخدمة إلى العمل مساء⟧، {حسبما} أفادت <o*:هيئة الاتصالات>.",
    "⟦عادت الخدمة إلى العمل مساء⟧، {نقلا} عن <o*:وكالة الأفق>.",
    "و{بحسب} <o*:هيئة الاتصالات>، ⟦عادت الخدمة إلى العمل مساء⟧.",
    "{وفقا} ل<o*:هيئة الاتصالات> فإن ⟦الخدمة عادت مساء⟧.",
    "والخطير في الأمر، {بحسب} <g*:مراقبين> أن ⟦العطل طال المدينة كلها⟧.",
    "{جاء في} بيان <o*:هيئة الاتصالات> أن ⟦الخدمة عادت مساء⟧.",
    "نقلت <o:وكالة الأفق> عن <g*:مصدر مطلع> {قول}ه إن ⟦الخدمة عادت مساء⟧.",
    "{نقلت} <o:وكالة الأفق> عن <g*:مصدر مطلع> أن ⟦الخدمة عادت مساء⟧.",
    "{اتهمت} <o*:النقابة> الحكومة ب⟦قطع الشبكة عمدا⟧.",
]


def parse(marked: str) -> tuple[Analysis, dict[str, Span | None]]:
    """Strip the markup; return the analysis and where span, cue and speaker are expected."""
    raw, open_at = "", {}
    actors: list[ActorMention] = []
    found: dict[str, Span | None] = {"span": None, "cue": None, "speaker": None}
    position = 0
    stack: list[tuple[str, str, str | None, int]] = []
    for mark in _MARK.finditer(marked):
        raw += marked[position : mark.start()]
        position = mark.end()
        if mark.group(1):
            stack.append((mark.group(1), mark.group(2), mark.group(3), len(raw)))
        elif mark.group() == ">":
            kind, star, role, start = stack.pop()
            span = Span(start, len(raw), raw[start:])
            at = raw.find(role) if role else -1
            title = Span(at, at + len(role), role) if role and at >= 0 else None
            actors.append(ActorMention(span, _TYPES[kind], ("test",), role=title))
            if star:
                found["speaker"] = span
        elif mark.group() in "⟦{":
            open_at[mark.group()] = len(raw)
        else:
            name, opener = ("span", "⟦") if mark.group() == "⟧" else ("cue", "{")
            start = open_at.pop(opener)
            found[name] = Span(start, len(raw), raw[start:])
    raw += marked[position:]
    if "⟦" in open_at:
        start = open_at["⟦"]
        found["span"] = Span(start, len(raw), raw[start:])
    text = read(raw)
    analysis = Analysis(text, matcher().find(text))
    analysis.actors = actors
    return analysis, found


def quotes(marked: str, kind: str | None = None) -> list[QuoteMention]:
    analysis, _ = parse(marked)
    return [quote for quote in find_quotes(analysis) if kind in (None, quote.kind)]


def check(marked: str, kind: str) -> None:
    analysis, expected = parse(marked)
    found = [quote for quote in find_quotes(analysis) if quote.kind == kind]
    assert [quote.span for quote in found] == [expected["span"]]
    (quote,) = found
    assert (quote.speaker and quote.speaker.span) == expected["speaker"]
    if expected["cue"] is not None:
        assert quote.cue == expected["cue"]
    assert quote.rules


@pytest.mark.parametrize("marked", DIRECT)
def test_direct_quote_has_span_speaker_and_cue(marked: str) -> None:
    check(marked, "direct")


@pytest.mark.parametrize("marked", INDIRECT)
def test_indirect_quote_has_span_speaker_and_cue(marked: str) -> None:
    check(marked, "indirect")


@pytest.mark.parametrize(
    "text",
    [
        'أعلن التاجر أن متجره "مغلق" غدا.',
        'اشترى الطالب كتاب "حكايات البحر الأزرق القديم".',
        'قرأ الطالب رواية "ليالي المدينة البعيدة جدا" أمس.',
        'قال <p:سمير حداد> إن رواية "ليالي المدينة البعيدة جدا" ممتعة.',
        'تعطل موقع "<o:الأفق نيوز العربية>" ساعتين.',
        'قال <p:سمير حداد> لموقع "<o:الأفق نيوز العربية>" إن الشبكة عادت.',
        'لعب فريق "نجوم الساحل الغربي" مباراته أمس.',
        'كتبت شعارات على الجدران مثل "لا للظلام بعد اليوم".',
        'وصف الطبيب دواء "مسكن الألم السريع" للمريض.',
        "اشترى التاجر «كل ما في السوق» ومضى.",
        'content="قال الوزير إن الشبكة عادت" /',
        'يحمل المشروع اسم "طريق الشمس والبحر".',
    ],
)
def test_titles_names_and_scare_quotes_are_no_direct_quotes(text: str) -> None:
    assert quotes(text, "direct") == []


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن الشبكة تعطلت في العام الماضي.",
        "لم يقل الوزير إن الشبكة عادت.",
        "من المقرر أن يعلن الوزير عن الخطة غدا.",
        "جلس المسافر بين المدير والوزير أن القطار تأخر.",
        "كل بيت يستهلك الماء بحسب الحاجة.",
        "يعمل المصنع وفقا للقانون.",
        "تابع الجمهور المباراة حتى النهاية.",
        "أمر الشبكة معقد في الجبال.",
        "ركب ذكر الطائر غصنا عاليا.",
        "سافر التاجر عبر البحر إلى المدينة.",
        "ليس هذا فحسب، فالعطل طويل.",
        "وصل القطار بعد أن توقف المطر.",
    ],
)
def test_lookalikes_give_no_quotes(text: str) -> None:
    assert quotes(text) == []


def speakers(marked: str) -> list[str | None]:
    return [quote.speaker.span.text if quote.speaker else None for quote in quotes(marked)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت <o:وزارة النقل> إن الطرق مفتوحة. وأضافت أن الجسر آمن.", ["وزارة النقل"] * 2),
        ("قالت <o:وزارة النقل> إن الطرق مفتوحة. وأضافت الوزارة أن الجسر آمن.", ["وزارة النقل"] * 2),
        ("قال <p:سمير حداد> إن الطرق مفتوحة. وقال إن الجسر آمن.", ["سمير حداد"] * 2),
        ("قال <p:سمير حداد> إن الطرق مفتوحة، مشيرا إلى أن الجسر آمن.", ["سمير حداد"] * 2),
        ("قال <p:سمير حداد> إن الطرق مفتوحة. وأضافت أن الجسر آمن.", ["سمير حداد", None]),
        ("قالت <o:وزارة النقل> إن الطرق مفتوحة. وأضاف أن الجسر آمن.", ["وزارة النقل", None]),
        ("قال <p:سمير حداد> إن الطرق مفتوحة. وقال فلاح من القرية إن الجسر آمن.", ["سمير حداد", None]),
        ("قال فلاح من القرية إن الطرق مفتوحة. وأضاف أن الجسر آمن.", [None, None]),
        ("قالت <o:شركة الأفق> إن الطرق مفتوحة. وأضاف البيان أن الجسر آمن.", ["شركة الأفق"] * 2),
        (
            "قال أستاذ الاقتصاد <p/أستاذ الاقتصاد:سمير حداد> إن السوق هادئة. ويضيف أستاذ العلوم أن الطلب ضعيف.",
            ["سمير حداد"] * 2,
        ),
        (
            "قال وزير النقل <p/وزير النقل:سمير حداد> إن الطرق مفتوحة. وقالت <o:هيئة الجسور> إن الجسر آمن. "
            "وأشار الوزير إلى أن الميناء مغلق.",
            ["سمير حداد", "هيئة الجسور", "سمير حداد"],
        ),
        ("أشار كل من <p:سمير حداد> و<p:ليلى نجم> إلى أن الطرق مفتوحة.", ["سمير حداد"]),
        ("انتقد <o:حزب الأرز> القرار واعتبر أنه خاطئ جدا.", ["حزب الأرز"]),
        ("قال <g:متحدث> باسم <o:وزارة النقل> إن الطرق مفتوحة.", ["متحدث"]),
        ("قال المتحدث باسم <o:وزارة النقل> إن الطرق مفتوحة.", ["وزارة النقل"]),
    ],
)
def test_speakers_are_resolved_or_left_open(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال <p:سمير حداد> إن الطرق مفتوحة، مضيفا أن الجسر آمن، بحسب <o:الأفق>.",
            ["الطرق مفتوحة", "الجسر آمن"],
        ),
        ("قال <p:سمير حداد> إن الطرق مفتوحة، وأكد أن الجسر آمن.", ["الطرق مفتوحة", "الجسر آمن"]),
        ("قال <p:سمير حداد> إن الطرق مفتوحة، وما زال السبب مجهولا.", ["الطرق مفتوحة"]),
        ("أكد <p:سمير حداد> سلامة الجسور، نافيا وجود خلل.", ["سلامة الجسور", "وجود خلل"]),
        ("أعلنت <o:الهيئة> إغلاق الطريق بعد أن سقطت الصخور.", ["إغلاق الطريق بعد أن سقطت الصخور"]),
    ],
)
def test_reported_clause_ends_where_the_next_report_begins(text: str, expected: list[str]) -> None:
    assert [quote.span.text for quote in quotes(text)] == expected


def test_cue_class_comes_from_the_lexicon() -> None:
    (quote,) = quotes("حذرت <o:الهيئة> من انهيار الجسر قريبا.")
    assert quote.cue_class == "warn"
    assert quote.rules == ("quotes/clause", "reporting/حذر")


@pytest.mark.parametrize(
    "text",
    ['"', "قال", "قال إن", "قال أن", "بحسب", 'قال: "', '""""', "وأضاف:", "قال إن.", "قال \n:", 'قال "كذا كذا كذا'],
)
def test_fragments_do_not_fail(text: str) -> None:
    analysis, _ = parse(text)
    for quote in find_quotes(analysis):
        assert quote.span.text == text[quote.span.start : quote.span.end]


@pytest.mark.parametrize("unit", ['"', '" ', 'قال "', "«", "قال أن ", "بحسب الشركة ", 'قال "كذا\n'])
def test_time_is_linear_in_marks_and_cues(unit: str) -> None:
    text = read(unit * 20_000)
    analysis = Analysis(text, matcher().find(text))
    started = time.perf_counter()
    find_quotes(analysis)
    assert time.perf_counter() - started < 10


def test_report_inside_a_quotation_takes_no_turn():
    text = (
        'قال أحمد المرسومي: "نشعر بقلق من الأنباء التي تفيد بقيام النظام بعنف ضد الناس". '
        'وأضاف: "ندعم حق الناس في الكلام الحر".'
    )
    quotes = [quote for quote in run_extractors(analyse(text)).quotes if quote.kind == "direct"]
    assert [quote.speaker and quote.speaker.span.text for quote in quotes] == ["أحمد المرسومي", "أحمد المرسومي"]
