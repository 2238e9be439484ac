"""One actor for each real entity of an article, and its names across articles and alphabets."""

import pytest

import waqia


def actors(text, *kinds):
    record = waqia.extract_one({"id": "x", "text": text}, actors="none")
    return [actor for actor in record.actors if not kinds or actor.type in kinds]


def texts(actor):
    return [mention.text for mention in actor.mentions]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "أعلنت منظمة نت بلوكس (NetBlocks) انقطاع الإنترنت. وقالت نت بلوكس إن الانقطاع شامل. وأكدت NetBlocks ذلك.",
            ["منظمة نت بلوكس", "NetBlocks", "نت بلوكس", "NetBlocks"],
        ),
        ("نقلت شبكة إن بي سي (NBC) الخبر. وقالت NBC إن العطل مستمر.", ["شبكة إن بي سي", "NBC", "NBC"]),
        (
            "كشف بنك القرض العقاري والسياحي (سياش) عن اختراق. وأكد سياش أن العملاء بخير.",
            ["بنك القرض العقاري والسياحي", "سياش", "سياش"],  # the short name is no person's
        ),
        (
            "قالت هيئة الاتصالات وتقنية المعلومات السعودية (CITC) إن الخدمة عادت.",
            ["هيئة الاتصالات وتقنية المعلومات", "CITC"],  # the country stands between
        ),
    ],
)
def test_alias_in_brackets_is_the_same_institution(raw, expected):
    (actor,) = actors(raw, "organization")
    assert texts(actor) == expected


@pytest.mark.parametrize(
    ("raw", "kind", "count"),
    [
        ("وصلنا إلى أربيل (العراق) أمس.", "place", 2),  # a place in a place
        ("قال مارك زوكربيرغ (فيسبوك) إن الخدمة عادت.", "person", 1),
        ("ذكرت رويترز (فرانس برس) الخبر.", "organization", 2),  # two that the lexicon knows apart
    ],
)
def test_other_brackets_join_nothing(raw, kind, count):
    assert len(actors(raw, kind)) == count


def test_role_holds_its_institution_which_is_an_actor_too():
    organization, person = actors("قال المتحدث باسم وزارة الداخلية العراقية خالد المحنا إن الإنترنت انقطع.")
    assert person.role.text == "المتحدث باسم وزارة الداخلية العراقية"
    assert (organization.name, organization.country, person.country) == ("وزارة الداخلية العراقية", "IQ", "IQ")


def test_canonical_name_is_one_for_all_forms_and_articles():
    forms = ("المملكة العربية السعودية", "السعودية")
    found = {actors(f"انقطع الإنترنت في {form}.", "place")[0].canonical for form in forms}
    assert found == {"السعودية"}
    assert actors("قال الوزير علي أغوان إن الخدمة عادت.", "person")[0].canonical is None


@pytest.mark.parametrize(
    ("raw", "kind", "latin"),
    [
        ("قال الوزير محمد جمال إن الخدمة عادت.", "person", "Mohamed Jamal"),
        ("قال الوزير محمد جمال (Mohammed Jamal) إن الخدمة عادت.", "person", "Mohammed Jamal"),  # the text decides
        ("قال الوزير علي زقنطيش إن الخدمة عادت.", "person", None),  # nobody known spells it
        ("انقطع الإنترنت في أربيل.", "place", "Erbil"),
        ("قالت وزارة الداخلية العراقية إن الخدمة عادت.", "organization", None),
        ("قال خبراء إن الخدمة عادت.", "group", None),
    ],
)
def test_latin_name_is_attested(raw, kind, latin):
    (actor,) = actors(raw, kind)
    assert actor.latin == latin
