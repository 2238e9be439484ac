"""Claims: type, status and holder of what an analyst would check. All sentences are our own."""

import pytest

from waqia.extraction.extractors import analyse, run_extractors

CLAIMS = [
    ("انقطعت الكهرباء عن الحي بسبب عاصفة رملية.", "cause", "asserted", "بسبب عاصفة رملية"),
    ("أدى حريق في المحطة إلى انقطاع التيار الكهربائي عن الحي.", "cause", "asserted", "أدى حريق"),
    ("انقطاع الإنترنت أدى إلى شلل المصارف في المدينة.", "impact", "asserted", "شلل المصارف"),
    ("تعطل فيسبوك أفقد المرشحين أكثر من ست ساعات من الدعاية.", "lost_time", "asserted", "ست ساعات"),
    ("كبد انقطاع الإنترنت الشركات خسائر بملايين الدولارات.", "financial_loss", "asserted", "خسائر"),
    ("انقطع التيار الكهربائي عن 40 ألف منزل في العاصمة.", "users_affected", "asserted", "40 ألف منزل"),
    ("انقطعت خدمة الإنترنت عن معظم أحياء المدينة.", "users_affected", "asserted", "معظم أحياء المدينة"),
    ("حجبت السلطات المصرية تطبيق تلغرام.", "responsibility", "asserted", "السلطات المصرية"),
    ("تنتشر شائعات عن قطع الإنترنت ليلة الاقتراع.", "shutdown_rumour", "rumoured", "قطع الإنترنت"),
    ("من المحتمل أن تحجب الحكومة تطبيق سيغنال.", "shutdown_rumour", "speculated", "تحجب الحكومة"),
    ("تعتزم الهيئة حجب تلغرام مطلع الشهر.", "shutdown_plan", "planned", "حجب تلغرام"),
    ("حذرت النقابة من قطع الإنترنت.", "warning", "speculated", "قطع الإنترنت"),
    ("لم تقطع الحكومة الإنترنت.", "denial", "asserted", "لم تقطع"),
    ("عادت خدمة الإنترنت تدريجيا إلى المدينة.", "restoration", "asserted", "عادت خدمة الإنترنت"),
    ("تعطل واتساب مساء أمس. وقالت شركة ميتا إنها تعمل على إصلاح الخلل.", "restoration", "planned", "إصلاح"),
]


@pytest.mark.parametrize(("text", "kind", "status", "words"), CLAIMS)
def test_claims_type_and_status(text, kind, status, words):
    claims = run_extractors(analyse(text)).claims
    assert [(claim.type, claim.status) for claim in claims if words in claim.span.text].count((kind, status)) == 1


def test_claims_holder_is_the_speaker():
    text = "قالت وزارة الاتصالات إن خدمة الإنترنت انقطعت بسبب عطل في كابل بحري."
    (claim,) = [claim for claim in run_extractors(analyse(text)).claims if claim.type == "cause"]
    assert claim.status == "attributed"
    assert claim.holder is not None
    assert claim.holder.span.text == "وزارة الاتصالات"


def test_claims_none_without_events():
    assert run_extractors(analyse("كبدت العاصفة المزارعين خسائر بملايين الدولارات.")).claims == []


ROLES = [
    ("تعطل واتساب لمدة ساعتين.", "outage"),
    ("تعطل واتساب في العراق أكثر من ثلاث ساعات.", "outage"),
    ("بضع ساعات من انقطاع الإنترنت أزعجت السكان.", "outage"),
    ("انقطعت الكهرباء منذ خمسة أيام.", "outage"),
    ("أفقد تعطل فيسبوك المرشحين أكثر من ست ساعات من الدعاية.", "lost_time"),
    ("يخشى السكان انقطاع الكهرباء خلال الأيام القليلة المقبلة.", "window"),
    ("تعطل واتساب بعد أيام قليلة من تعطل فيسبوك.", "window"),
    ("سافر الفريق أربع ساعات بالحافلة.", "other"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_duration_role(text, role):
    durations = run_extractors(analyse(text)).durations
    assert [duration.role for duration in durations] == [role]


def test_event_never_takes_lost_time_for_its_length():
    text = "أفقد تعطل فيسبوك المرشحين أكثر من ست ساعات من الدعاية."
    assert all(not event.durations for event in run_extractors(analyse(text)).events)
