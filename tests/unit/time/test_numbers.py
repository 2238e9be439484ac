import pytest

from waqia.time import numbers
from waqia.time.digits import digits_value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("1.200.000", 1200000),
        ("1,200,000.5", 1200000.5),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("2،000", 2000),
        ("12٫5", 12.5),
        ("1٬200", 1200),
        ("10:30", None),
        ("4/10/2021", None),
        ("6-7", None),
        ("1,2,3", None),
        ("9" * 40, None),
    ],
)
def test_digits_value_knows_thousands_and_decimal_marks(written, value):
    assert digits_value(written) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("صفر", 0),
        ("ست", 6),
        ("ثمانية", 8),
        ("عشرة", 10),
        ("أحد عشر", 11),
        ("اثنا عشر", 12),
        ("اثنتي عشرة", 12),
        ("اثناعشر", 12),
        ("خمسة عشر", 15),
        ("إحدى وعشرين", 21),
        ("احدى وعشرون", 21),
        ("خمسة وعشرون", 25),
        ("خمسة و عشرين", 25),
        ("مئة", 100),
        ("مائة وخمسة", 105),
        ("مئتان", 200),
        ("مائتين وعشرة", 210),
        ("ثلاثمائة", 300),
        ("ثلاث مئة", 300),
        ("ثلاثمئة وخمسة وستون", 365),
        ("تسعمائة وتسعة وتسعون", 999),
        ("ألف", 1000),
        ("ألفين", 2000),
        ("ألفا", 1000),
        ("ثلاثة آلاف", 3000),
        ("خمسة آلاف وثلاثمئة", 5300),
        ("ألفين وواحد وعشرين", 2021),
        ("مئة ألف", 100000),
        ("اثني عشر ألفا", 12000),
        ("12 ألفا", 12000),
        ("3 ملايين", 3000000),
        ("2,5 مليون", 2500000),
        ("مليون ونصف", 1500000),
        ("مليونان ونصف المليون", 2500000),
        ("مليون ومئتي ألف", 1200000),
        ("نصف مليون", 500000),
        ("ربع مليار", 250000000),
        ("ملياران", 2000000000),
        ("تريليون", 10**12),
        ("كوادريليون", 10**15),
        ("نصف", 0.5),
        ("ثلاثة أرباع", 0.75),
        ("ثلثي", 2 / 3),
        ("خمسة وربع", 5.25),
        ("واحد فاصلة خمسة", 1.5),
        ("100 000", 100000),
        ("١٢٫٥", 12.5),
        ("۱۲", 12),
        ("-3", -3),
        ("سالب خمسة", -5),
        ("حداشر", 11),
        ("خمستعشر", 15),
        ("تلاتين", 30),
    ],
)
def test_number_has_its_value_and_covers_the_text(text, value):
    (found,) = numbers(text)
    assert (found.text, found.ordinal) == (text, False)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الأول", 1),
        ("الثالثة", 3),
        ("العاشر", 10),
        ("الحادي عشر", 11),
        ("الثانية عشرة", 12),
        ("الخامس والعشرين", 25),
        ("الحادية والثلاثين", 31),
        ("العشرون", 20),
        ("المئة والخامس", 105),
    ],
)
def test_ordinal_has_its_value_and_covers_the_text(text, value):
    (found,) = numbers(text)
    assert (found.text, found.value, found.ordinal) == (text, value, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ثلاثة وأربعة", [3, 4]),
        ("بين 6 و7", [6, 7]),
        ("عام 2019 وعشرة", [2019, 10]),
        ("أحد المستخدمين", []),
        ("ألف الكاتب كتابا", [1000]),
        ("لا رقم هنا", []),
    ],
)
def test_numbers_are_kept_apart(text, expected):
    assert [found.value for found in numbers(text)] == expected


def test_number_span_leaves_out_proclitics():
    (found,) = numbers("جاء بخمسة كتب")
    assert (found.start, found.text) == (5, "خمسة")
