import pytest

from waqia.extraction.analysis import Analysis
from waqia.extraction.platforms import find_platforms
from waqia.lexicon.match import matcher
from waqia.text.document import read


def found(raw):
    """List (service, text) of the mentions of ``raw``; every span must be that text at its offsets."""
    text = read(raw)
    mentions = find_platforms(Analysis(text, matcher().find(text)))
    for mention in mentions:
        assert mention.span.text == raw[mention.span.start : mention.span.end]
        assert mention.rules[0] == f"platforms/{mention.platform}"
    return [(mention.platform, mention.span.text) for mention in mentions]


def rules(raw):
    text = read(raw)
    mentions = find_platforms(Analysis(text, matcher().find(text)))
    return [mention.rules[1:] for mention in mentions]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("تعطل فيسبوك مساء اليوم", [("facebook", "فيسبوك")]),
        ("توقف الفيس بوك ساعات", [("facebook", "الفيس بوك")]),
        ("مستخدمون لفيسبوك وواتساب", [("facebook", "فيسبوك"), ("whatsapp", "واتساب")]),
        ("خلل في الواتس آب", [("whatsapp", "الواتس آب")]),
        ("عاد تطبيق إنستجرام", [("instagram", "إنستجرام")]),
        ("عاد تطبيق انستقرام", [("instagram", "انستقرام")]),
        ("حجبت السلطات تيليجرام وتلغرام معا", [("telegram", "تيليجرام"), ("telegram", "تلغرام")]),
        ("عبر تويتر: @name", [("twitter", "تويتر")]),
        ("بيان باليوتيوب", [("youtube", "اليوتيوب")]),
        ("شكا لاعبون من بطء ببجي", [("pubg_mobile", "ببجي")]),
        ("خوادم لعبة PUBG Mobile متوقفة", [("pubg_mobile", "PUBG Mobile")]),
        ("خوادم Call of Duty Mobile متوقفة", [("call_of_duty_mobile", "Call of Duty Mobile")]),
        ("عطل يصيب شبكة بلايستيشن", [("playstation_network", "شبكة بلايستيشن")]),
        ("عطل يصيب Xbox Live", [("xbox_live", "Xbox Live")]),
        ("تنبيه من أمازون ويب سيرفيسز", [("aws", "أمازون ويب سيرفيسز")]),
        ("خلل لدى كلاود فلير", [("cloudflare", "كلاود فلير")]),
        ("معدات ستارلينك", [("starlink", "ستارلينك")]),
        ("سأل الطالب تشات جي بي تي", [("chatgpt", "تشات جي بي تي")]),
        ("التحويل عبر فودافون كاش", [("vodafone_cash", "فودافون كاش")]),
        ("التسجيل في منصة اعتماد", [("etimad", "منصة اعتماد")]),
        ("رسائل آي مسج", [("imessage", "آي مسج")]),
        ("فُـيسبوك متوقف", [("facebook", "فُـيسبوك")]),
        ("ﻓﻴﺴﺒﻮﻙ متوقف", [("facebook", "ﻓﻴﺴﺒﻮﻙ")]),
        ("وفيسبوك", [("facebook", "فيسبوك")]),
        ("تويتر/فيسبوك", [("twitter", "تويتر"), ("facebook", "فيسبوك")]),
    ],
)
def test_unambiguous_forms_are_found_wherever_they_stand(raw, expected):
    assert found(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("تعطل فيسبوك ماسنجر", [("messenger", "فيسبوك ماسنجر")]),
        ("حذفت من غوغل بلاي ستور", [("google_play", "غوغل بلاي ستور")]),
        ("حذفت من متجر غوغل بلاي", [("google_play", "متجر غوغل بلاي")]),
        ("صور خرائط غوغل", [("google_maps", "خرائط غوغل")]),
        ("أغاني آبل ميوزيك", [("apple_music", "آبل ميوزيك")]),
        ("مستخدمو بلاك بيري ماسنجر", [("bbm", "بلاك بيري ماسنجر")]),
        ("مسلسلات أمازون برايم", [("amazon_prime_video", "أمازون برايم")]),
    ],
)
def test_longest_name_wins(raw, expected):
    assert found(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("تعطل تطبيق زوم", [("zoom", "زوم")]),
        ("خدمات بلاكبيري", [("blackberry", "بلاكبيري")]),
        ("على منصة إكس", [("twitter", "إكس")]),
        ("منصة X متوقفة", [("twitter", "X")]),
        ('منصة التواصل الاجتماعي الجديدة "ثريدز"', [("threads", "ثريدز")]),
        ("تطبيق المراسلة الفوري سيغنال", [("signal", "سيغنال")]),
        ("تطبيقات كثيرة مثل إيمو", [("imo", "إيمو")]),
        ("موقع أمازون", [("amazon", "أمازون")]),
        ("شركة أمازون", [("amazon", "أمازون")]),
        ("شركة كريم", [("careem", "كريم")]),
        ("مسلسل على منصة شاهد", [("shahid", "شاهد")]),
        ("الدخول إلى منصة «أبشر»", [("absher", "أبشر")]),
        ("التسجيل على منصة نفاذ", [("nafath", "نفاذ")]),
        ('تطبيق "وقايتنا"', [("wiqaytna", "وقايتنا")]),
        ("لعبة فري فاير", [("free_fire", "فري فاير")]),
        ("محرك البحث بينغ", [("bing", "بينغ")]),
        ("كتبت في منشور لها على إكس", [("twitter", "إكس")]),
        ("حسابه الرسمي بإكس", [("twitter", "إكس")]),
        ("صفحتها الموثقة عبر «إكس»", [("twitter", "إكس")]),
        ("منصتها السحابية «آزور»", [("azure", "آزور")]),
    ],
)
def test_ambiguous_form_counts_with_its_head(raw, expected):
    assert found(raw) == expected
    assert rules(raw) == [("platforms.head",)]


@pytest.mark.parametrize(
    ("raw", "rule", "expected"),
    [
        ("أثار المقطع تفاعلا على «إكس»", "platforms.quoted", ("twitter", "إكس")),
        ("ظهر الخبر في تويتر ثم في «زوم» لاحقا", "platforms.quoted", ("zoom", "زوم")),
        ("تعطل فيسبوك وزوم", "platforms.coordinated", ("zoom", "زوم")),
        ("تعطل زوم وفيسبوك", "platforms.coordinated", ("zoom", "زوم")),
        ("فيسبوك أو سيغنال", "platforms.coordinated", ("signal", "سيغنال")),
        ("فيسبوك، أمازون، يوتيوب", "platforms.coordinated", ("amazon", "أمازون")),
        ("رحلات أوبر وكريم", "platforms.coordinated", ("careem", "كريم")),
        ("أفلام نتفليكس وشاهد", "platforms.coordinated", ("shahid", "شاهد")),
        ("أمازون (Amazon) ترد", "platforms.gloss", ("amazon", "أمازون")),
        ("قال عبر إكس (تويتر سابقا)", "platforms.gloss", ("twitter", "إكس")),
    ],
)
def test_ambiguous_form_counts_with_other_evidence(raw, rule, expected):
    table = dict(zip(found(raw), rules(raw), strict=True))
    assert table[expected] == (rule,)


def test_coordination_reaches_along_a_chain():
    assert found("شكوا من زوم وسيغنال وأمازون وفيسبوك") == [
        ("zoom", "زوم"),
        ("signal", "سيغنال"),
        ("amazon", "أمازون"),
        ("facebook", "فيسبوك"),
    ]


def test_gloss_in_brackets_is_a_mention_of_its_own():
    assert found('تطبيق "واير" (Wire) مجاني') == [("wire", "واير"), ("wire", "Wire")]


def test_service_named_with_evidence_is_known_in_the_rest_of_the_article():
    raw = "تعطل تطبيق زوم. وقالت زوم إن الخلل انتهى."
    assert found(raw) == [("zoom", "زوم"), ("zoom", "زوم")]
    assert rules(raw) == [("platforms.head",), ("platforms.repeated",)]


def test_ordinary_word_is_never_known_from_elsewhere():
    assert found("عرضته منصة شاهد أمس. شاهد الفيديو كاملا.") == [("shahid", "شاهد")]


@pytest.mark.parametrize(
    "raw",
    [
        "http://facebook.com/news",
        "example.com/facebook",
        "info@gmail.com",
        "@youtube",
        "#فيسبوك",
        "www.twitter.com",
        "فيسبوكي متحمس",
        "غابات أمازون",
        "نهر الأمازون",
        "عدسة زوم مقربة",
        "القرآن الكريم",
        "رمضان كريم",
        "اللاعب كريم بنزيما",
        "قال كريم إن الخدمة عادت",
        "شاهد الفيديو",
        "وشاهد المقطع كثيرون",
        "أكد شاهد عيان",
        "أبشر بالخير",
        "حرف النون",
        "أشعة إكس",
        "شركة سبيس إكس",
        "برنامج إكس فاكتور",
        'الاتحاد الدولي للعبة "فيفا"',
        "جهاز آبل تي في الجديد",
        "موقع نون بوست",
        "الدراسة أون لاين",
        "ملعب سيغنال إيدونا بارك",
        "هاتف بلاكبيري",
        "شركة تيمز للكابلات البحرية",
        "كريم بشرة",
        "فيلم «شاهد»",
        "فرقة «إيتا» الموسيقية",
        "إشارة سيغنال",
        "شركة إحسان للمقاولات",
        "موقع «باز فيد» الإخباري",
        "نظام شرق إفريقيا البحري (تيمز)",
        "توكلنا على الله",
        "لبى نداء الواجب",
        "في السوق المفتوح",
        "على مدى يومين",
        "سداد الفواتير",
        "لعبة على أندرويد وويندوز",
        "مقاطع ريلز والقصص",
        "برلين وقبرص",
        "بنيامين نتنياهو وشموئيل إلياهو",
        "الحافلات الذاتية «وايمو»",
        "قطع الإنترنت عن المدينة",
        "",
    ],
)
def test_words_names_addresses_and_features_are_no_services(raw):
    assert found(raw) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("على يوتيوب وشاهد المقطع كثيرون", [("youtube", "يوتيوب")]),
        ("نشره على تويتر، كريم يرد", [("twitter", "تويتر")]),
        ("تعطل فيسبوك. زوم العدسة واضح", [("facebook", "فيسبوك")]),
    ],
)
def test_neighbours_without_a_joint_stay_words(raw, expected):
    assert found(raw) == expected


def test_mentions_come_in_text_order_and_do_not_overlap():
    raw = "بين فيسبوك وغوغل بلاي وإنستغرام، وتطبيق زوم، ويوتيوب"
    text = read(raw)
    mentions = find_platforms(Analysis(text, matcher().find(text)))
    ends = [0, *(mention.span.end for mention in mentions)]
    assert [m.span.start >= end for m, end in zip(mentions, ends, strict=False)] == [True] * 5
