import pytest

from waqia.assemble.coreference import resolve_actors
from waqia.extraction.analysis import ActorMention
from waqia.records import Span


def mentions_of(kind, *names, **fields):
    found, at = [], fields.pop("at", 0)
    for name in names:
        found.append(ActorMention(Span(at, at + len(name), name), kind, ("test",), **fields))
        at += len(name) + 1
    return found


def clusters(mentions):
    return [[mention.span.text for mention in actor.mentions] for actor in resolve_actors(mentions)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["علي أغوان", "أغوان"], [["علي أغوان", "أغوان"]]),
        (["أغوان", "علي أغوان"], [["أغوان", "علي أغوان"]]),
        (["أحمد الصحاف", "صحاف"], [["أحمد الصحاف", "صحاف"]]),
        (["صلاح الدين مزوار", "صلاح الدبن مزوار"], [["صلاح الدين مزوار", "صلاح الدبن مزوار"]]),
        (["سعد الحريري", "بهاء الحريري", "الحريري"], [["سعد الحريري"], ["بهاء الحريري"], ["الحريري"]]),
        (["علي حسن", "حسن علي"], [["علي حسن"], ["حسن علي"]]),
    ],
)
def test_persons_join_when_one_full_name_fits(names, expected):
    assert clusters(mentions_of("person", *names)) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["شركة الاتصالات السعودية", "شركة الاتصالات"], [["شركة الاتصالات السعودية", "شركة الاتصالات"]]),
        (["رايتس ووتش", "منظمة هيومان رايتس ووتش"], [["رايتس ووتش", "منظمة هيومان رايتس ووتش"]]),
        (["وزارة الصحة", "وزارة الدفاع"], [["وزارة الصحة"], ["وزارة الدفاع"]]),
    ],
)
def test_organizations_join_short_and_full_form(names, expected):
    assert clusters(mentions_of("organization", *names)) == expected


def test_bare_government_joins_the_only_national_one():
    full = mentions_of("organization", "السلطات الهندية", country="IN")
    other = mentions_of("organization", "الحكومة الهندية", country="IN", at=20)
    bare = mentions_of("organization", "الحكومة", at=40)
    assert clusters([*full, *other, *bare]) == [["السلطات الهندية", "الحكومة الهندية", "الحكومة"]]


def test_bare_government_stays_apart_between_two_countries():
    one = mentions_of("organization", "الحكومة الهندية", country="IN")
    two = mentions_of("organization", "الحكومة العراقية", country="IQ", at=20)
    bare = mentions_of("organization", "الحكومة", at=40)
    assert len(resolve_actors([*one, *two, *bare])) == 3


def test_places_join_by_key():
    one = mentions_of("place", "العراق", key="places/IQ", country="IQ")
    two = mentions_of("place", "بلاد الرافدين", key="places/IQ", at=20)
    (actor,) = resolve_actors([*one, *two])
    assert (actor.name, actor.country, len(actor.mentions)) == ("العراق", "IQ", 2)


def test_groups_join_over_case_and_article():
    assert len(resolve_actors(mentions_of("group", "المسافرون", "المسافرين", "مسافرين"))) == 1
