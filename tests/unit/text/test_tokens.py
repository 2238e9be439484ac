import itertools
import time

import pytest

from waqia.text.normalise import normalise
from waqia.text.tokens import tokenise


def words(raw):
    return [token.text for token in tokenise(normalise(raw))]


def kinds(raw):
    return [(token.text, token.kind) for token in tokenise(normalise(raw))]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("وبالعراق،وقال", ["وبالعراق", "،", "وقال"]),
        ('أغوان:"أفقد', ["أغوان", ":", '"', "أفقد"]),
        ("12ساعة ساعة12", ["12", "ساعة", "ساعة", "12"]),
        ("الـ24 و6", ["الـ", "24", "و", "6"]),
        ("«نص»“نص”„نص‟‹نص›", ["«", "نص", "»", "“", "نص", "”", "„", "نص", "‟", "‹", "نص", "›"]),
        ("'نص' (نص) [نص]", ["'", "نص", "'", "(", "نص", ")", "[", "نص", "]"]),
        ("قال ـ وهو", ["قال", "ـ", "وهو"]),
        ("الأول/أكتوبر", ["الأول", "/", "أكتوبر"]),
        ("ذلك.وقال", ["ذلك", ".", "وقال"]),
        ("كتب. ثم", ["كتب", ".", "ثم"]),
        ("الواي-فاي", ["الواي", "-", "فاي"]),
        ("نعم... لا؟!", ["نعم", ".", ".", ".", "لا", "؟", "!"]),
        ("فيسبوكFacebook", ["فيسبوك", "Facebook"]),
        ("قُطِعَ،الإنتـرنت", ["قُطِعَ", "،", "الإنتـرنت"]),
        ("  \n ", []),
    ],
)
def test_words_part_from_punctuation(raw, expected):
    assert words(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        *("12.5", "12,5", "1.200.000", "1,200", "2،000", "5،000،000", "10:30", "4/10/2021", "2021-10-04"),
        *("١٢٫٥", "٤/١٠/٢٠٢١", "۱۲", "6-7", "1٬200", "10:30:15"),
    ],
)
def test_number_is_one_token(raw):
    assert kinds(raw) == [(raw, "number")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("عام 2021.", ["عام", "2021", "."]),
        ("2019، 2020", ["2019", "،", "2020"]),
        ("1،2،3", ["1", "،", "2", "،", "3"]),
        ("50%", ["50", "%"]),
        ("(10)", ["(", "10", ")"]),
        ("500MB", ["500", "MB"]),
        ("2021: قال", ["2021", ":", "قال"]),
    ],
)
def test_number_ends_before_punctuation(raw, expected):
    assert words(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("https://example.org/a?b=c. ثم", ("https://example.org/a?b=c", "url")),
        ("www.example.org، ثم", ("www.example.org", "url")),
        ("http://example.comموقع", ("http://example.com", "url")),
        ("https://ar.example.org/wiki/واقعة ثم", ("https://ar.example.org/wiki/واقعة", "url")),
        ("http://موقع.مثال/خبر ثم", ("http://موقع.مثال/خبر", "url")),
        ("t.example/x7Yz)", ("t.example/x7Yz", "url")),
        ("news.desk@example.com. ثم", ("news.desk@example.com", "email")),
        ("@example_ar: ثم", ("@example_ar", "handle")),
        ("#قطع_الإنترنت_2021، ثم", ("#قطع_الإنترنت_2021", "hashtag")),
        ("#2021_عام", ("#2021_عام", "hashtag")),
    ],
)
def test_address_ends_before_punctuation(raw, expected):
    assert kinds(raw)[0] == expected


def test_number_sign_before_digits_is_no_hashtag():
    assert words("#171;") == ["#", "171", ";"]


@pytest.mark.parametrize(
    "raw",
    [
        "Facebook",
        "X.com",
        "Wi-Fi",
        "AT&T",
        "5G",
        "4K",
        "COVID-19",
        "l’Aube",
        "iPhone6",
        "box_vote",
        "e\u0301tat",
        "Яндекс",
    ],
)
def test_latin_word_is_one_token(raw):
    assert kinds(raw) == [(raw, "latin")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("د. سمير", ["د.", "سمير"]),
        ("د.سمير", ["د.", "سمير"]),
        ("أ.د. سمير", ["أ.", "د.", "سمير"]),
        ("أ. د. سمير", ["أ.", "د.", "سمير"]),
        ("م. سمير", ["م.", "سمير"]),
        ("ج. ك. رولينغ", ["ج.", "ك.", "رولينغ"]),
        ("ن.ن. كول", ["ن.", "ن.", "كول"]),
        ("قالت أ.ف.ب إن", ["قالت", "أ.ف.ب", "إن"]),
        ("أ.ف.ب. وقال", ["أ.ف.ب", ".", "وقال"]),
        ("(د.ب.أ)", ["(", "د.ب.أ", ")"]),
        ("عام 3200 ق.م", ["عام", "3200", "ق.م"]),
        ("المتهم ع.م قال", ["المتهم", "ع.م", "قال"]),
        ("سي.إن.إن", ["سي.إن.إن"]),
        ("وبي.بي.سي", ["وبي.بي.سي"]),
        ("د.", ["د."]),
    ],
)
def test_abbreviation_keeps_its_full_stops(raw, expected):
    assert words(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "500 م. ثم",
        "عام 2014م. ثم",
        "1443هـ. ثم",
        "الشخص و. ثم",
        "فيتامين د. ثم",
        "الفئة أ. ثم",
        "يوم د.\nثم",
        "ذلك.في",
        "أ... ثم",
    ],
)
def test_full_stop_behind_a_letter_ends_the_sentence(raw):
    assert "." in words(raw)
    assert "abbreviation" not in dict(kinds(raw)).values()


@pytest.mark.parametrize("raw", ["%", "٪", "$", "€", "👍", "👍🏽", "🇮🇶", "₪", "→"])
def test_symbol_is_one_token(raw):
    assert kinds(raw) == [(raw, "symbol")]


def test_token_knows_raw_and_view_offsets():
    raw = "في  الشَّبَكَةِ العراقيّة"
    for token in tokenise(normalise(raw)):
        assert token.text == raw[token.start : token.end]
        assert normalise(raw).clean[token.at : token.at + len(token.clean)] == token.clean
    assert [(token.clean, token.norm) for token in tokenise(normalise(raw))][2] == ("العراقية", "العراقيه")


UNITS = (
    *("1", ".", '"', "ا", "a", "@", "www.", "1.", "a.", "ا.", "سي.", "أ.ب.", "د. ", "a@", "1%", "#", "#1", "http://"),
    *("http://a/.", "www.!", "a-", "1،", "«", "😀", "\ud800", "1.000،", "a.b/", "_", "ـ", "\u0654", "ا\u0654", "‟"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_tokenise_is_linear(unit):
    raw = unit * (150_000 // len(unit))
    started = time.perf_counter()
    tokens = tokenise(normalise(raw))
    assert time.perf_counter() - started < 5
    assert all(before.end <= after.start for before, after in itertools.pairwise(tokens))
