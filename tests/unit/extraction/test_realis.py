"""Realis of one trigger in its sentence: rumour, report, fact, denial, fear, demand and plan are different things."""

import pytest

from waqia.assemble.merge import merge_events
from waqia.extraction.extractors import analyse, run_extractors

REALIS = [
    ("قطعت الحكومة الإنترنت ليلة الاقتراع.", "actual"),
    ("تعطل واتساب مساء أمس.", "actual"),
    ("لم تكن البلاد بمعزل عن تعطل واتساب.", "actual"),
    ("ليس فقط فيسبوك، فقد تعطل واتساب أيضا.", "actual"),
    ("طالبت المنظمة بالتوقف عن حجب يوتيوب.", "actual"),
    ("تظاهر الأهالي احتجاجا على انقطاع الكهرباء.", "actual"),
    ("قال أحمد المرسومي إن الإنترنت انقطع عن المدينة.", "reported"),
    ("يشكو أهالي القرية من انقطاع شبكة الجوال.", "reported"),
    ("تنتشر شائعات عن قطع الإنترنت ليلة الاقتراع.", "rumoured"),
    ("تحدث خبراء عن احتمال حجب تلغرام.", "rumoured"),
    ("نشرت صفحات خبرا مفاده أن الإنترنت قطع عن البلاد نهائيا.", "rumoured"),
    ("من المحتمل أن تحجب الحكومة تطبيق سيغنال.", "rumoured"),
    ("ربما تقطع السلطات الإنترنت غدا.", "rumoured"),
    ("حذرت النقابة من قطع الإنترنت.", "feared"),
    ("تتزايد مخاوف الأهالي من انقطاع الكهرباء.", "feared"),
    ("هدد الوزير بحجب تويتر.", "feared"),
    ("طالب النائب بحجب تيك توك.", "demanded"),
    ("دعا الخبير إلى حظر لعبة ببجي.", "demanded"),
    ("رفضت المحكمة حجب موقع يوتيوب.", "demanded"),
    ("تعتزم الهيئة حجب تلغرام مطلع الشهر.", "planned"),
    ("سيتم قطع التيار الكهربائي عن الحي يوم السبت.", "planned"),
    ("ستحجب الحكومة موقع تويتر.", "planned"),
    ("تتوقع الشركة عودة واتساب خلال يومين.", "planned"),
    ("توقفت المضخات بسبب انقطاع مبرمج للتيار الكهربائي.", "planned"),
    ("نفى الوزير قطع الإنترنت.", "denied"),
    ("لا صحة لحجب واتساب في البلاد.", "denied"),
    ("لم تقطع الحكومة الإنترنت.", "denied"),
    ("لن تحجب الهيئة تطبيق تلغرام.", "denied"),
]


@pytest.mark.parametrize(("text", "realis"), REALIS)
def test_realis_of_event(text, realis):
    analysis = run_extractors(analyse(text))
    groups = [group for group in merge_events(analysis.events, None) if group.type != "election"]
    assert [group.realis for group in groups] == [realis]
