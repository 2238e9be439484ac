import pytest

from waqia.ingest.language import detect_language

ARABIC = "أعلنت الشركة عودة خدمة الإنترنت إلى جميع المحافظات بعد انقطاع دام ساعات طويلة بسبب عطل في الكابل البحري."
PERSIAN = (
    "شرکت مخابرات گفت که اینترنت پس از چند ساعت قطعی در همه شهرهای کشور دوباره وصل شد و کاربران می‌توانند از "
    "پیام‌رسان‌ها استفاده کنند. گزارش‌های پیشین از اختلال گسترده در چندین استان خبر می‌داد."
)
URDU = (
    "کمپنی نے کہا ہے کہ انٹرنیٹ کی سروس چند گھنٹوں کی بندش کے بعد پورے ملک میں دوبارہ "
    "بحال ہو گئی ہے اور صارفین اب تمام ایپس استعمال کر سکتے ہیں۔ "
    "اس سے پہلے کئی شہروں میں شدید مشکلات کی اطلاعات تھیں۔"
)
SORANI = (
    "کۆمپانیاکە ڕایگەیاند کە هێڵی ئینتەرنێت دوای چەند کاتژمێرێک لە پچڕان لە هەموو شارەکان "
    "گەڕاوەتەوە و بەکارهێنەران دەتوانن هەموو ئەپەکان بەکاربهێنن."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ARABIC, "ar"),
        (PERSIAN, "fa"),
        (URDU, "ur"),
        (SORANI, "ckb"),
        ("تعطل گوگل", "ar"),
        (ARABIC.replace("ك", "گ"), "ar"),
        ("The company said: عطل فني in a long English statement", None),
        ("", None),
    ],
)
def test_language_is_told_by_its_letters(text, code):
    assert detect_language(text) == code


def test_other_languages_in_arabic_letters_are_no_articles(tmp_path):
    from waqia.ingest import read_inputs

    (tmp_path / "a.txt").write_text(PERSIAN)
    (failure,) = read_inputs([tmp_path])
    assert failure.reason == "no_arabic"
    assert "Persian" in failure.message
