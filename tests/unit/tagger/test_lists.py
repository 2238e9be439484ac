"""The lists of the taggers: made from texts and packages, written and read."""

import gzip

import pytest

from waqia.errors import ResourceError
from waqia.tagger.lists import WORD_COLUMNS, read_lists, write_table
from waqia.tagger.training.clusters import write_clusters
from waqia.tagger.training.places import geonames, territories, write_places

CITIES = [
    {"alternatenames": ["Manakhah", "مناخة", "مناخة2"], "countrycode": "YE", "population": 12_000},
    {"alternatenames": ["بني-نعيم"], "countrycode": "PS", "population": 24_000},
    {"alternatenames": ["فولتوندال"], "countrycode": "US", "population": 600},
    {"alternatenames": ["بوردۆ", "بوردو"], "countrycode": "FR", "population": 260_000},
    {"alternatenames": ["الشركة"], "countrycode": "EG", "population": 20_000},
]
NAMES, TOWNS = ["سليم", "هاني", "فادي", "رامي"], ["حلب", "حمص", "صور", "يافا"]
TEXTS = [f"قال {name} إنه يسكن في {town} منذ عام. زار {name} أمس {town} مع أهله." for name in NAMES for town in TOWNS]


def table(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def test_places_are_arabic_large_or_arab_and_no_common_words(tmp_path):
    write_places(
        tmp_path / "places.tsv.gz", [*geonames(CITIES), *territories({"GP": "غوادلوب", "150": "أوروبا", "FR": "فرنسا"})]
    )
    assert table(tmp_path / "places.tsv.gz")[1:] == [
        ["بني نعيم", "PS", "geonames"],
        ["بوردو", "FR", "geonames"],
        ["غوادلوب", "GP", "cldr"],
        ["مناخه", "YE", "geonames"],
    ]


def test_words_of_one_company_fall_into_one_cluster(tmp_path):
    paths = [tmp_path / "a.tsv.gz", tmp_path / "b.tsv.gz"]
    for path in paths:
        write_clusters(path, TEXTS, sizes=(3, 6))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    head, *rows = table(paths[0])
    assert head == ["word", "k3", "k6"]
    fine = {word: numbers[1] for word, *numbers in rows}
    assert len({fine[name] for name in NAMES}) == 1
    assert len({fine[town] for town in TOWNS}) == 1
    assert fine[NAMES[0]] != fine[TOWNS[0]]


def test_a_text_printed_twice_counts_once(tmp_path):
    once, twice = tmp_path / "a.tsv.gz", tmp_path / "b.tsv.gz"
    write_clusters(once, TEXTS, sizes=(3,))
    write_clusters(twice, [*TEXTS, *TEXTS], sizes=(3,))
    assert once.read_bytes() == twice.read_bytes()


def test_lists_are_read_as_written(tmp_path):
    write_table(tmp_path / "words.tsv.gz", WORD_COLUMNS, [("frequency", "امس", 12), ("given", "محمد", 9)])
    write_table(tmp_path / "clusters.tsv.gz", ("word", "k2", "k8"), [("بغداد", 1, 5)])
    write_places(tmp_path / "places.tsv.gz", [("بني نعيم", "PS", "geonames")])
    lists = read_lists(tmp_path)
    assert (lists.given, lists.surname, lists.frequency) == ({"محمد": 9}, {}, {"امس": 12})
    assert (lists.clusterings, lists.clusters) == (("k2", "k8"), {"بغداد": ("1", "5")})
    assert lists.places == {"بني نعيم"}


def test_missing_and_other_lists_are_named(tmp_path):
    with pytest.raises(ResourceError, match=r"words\.tsv\.gz: missing"):
        read_lists(tmp_path)
    write_table(tmp_path / "words.tsv.gz", ("word", "kind"), [])
    with pytest.raises(
        ResourceError, match=r"words\.tsv\.gz:1: columns \['word', 'kind'\], expected kind, word, bucket"
    ):
        read_lists(tmp_path)
