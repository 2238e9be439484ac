"""Which word lists there are, their columns, and how the forms of each are found in text."""

from dataclasses import dataclass
from typing import Literal

Proclitics = Literal["none", "noun", "verb"]


@dataclass(frozen=True, slots=True)
class Policy:
    """How a form may stand in text.

    ``proclitics``: ``noun`` allows و ف ب ك ل لل before it, ``verb`` و ف س ل. ``article``: ال may stand before a
    form that is listed without it. ``enclitics``: a pronoun (ها ه هم هما نا ك كم) may be attached behind it.
    """

    proclitics: Proclitics = "noun"
    article: bool = False
    enclitics: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One TSV file: its category, its columns in order, and which columns hold forms (``a|b|c``)."""

    file: str
    category: str
    columns: tuple[str, ...]
    forms: dict[str, Policy]
    key: str = "id"


_NAME = Policy()
_SERVICE = Policy(article=True)
_NOUN = Policy(article=True, enclitics=True)
_VERB = Policy(proclitics="verb", enclitics=True)

TABLES: tuple[Table, ...] = (
    Table("platforms.tsv", "platform",
          ("id", "forms", "ambiguous", "name", "company", "wikidata", "kind", "source"),
          {"forms": _SERVICE, "ambiguous": _SERVICE}),
    Table("places.tsv", "place",
          ("id", "kind", "country", "forms", "nisba", "wikidata", "source"), {"forms": _NAME, "nisba": _SERVICE}),
    Table("outlets.tsv", "outlet",
          ("id", "kind", "country", "forms", "ambiguous", "wikidata", "source"),
          {"forms": _NAME, "ambiguous": _NAME}),
    Table("organizations.tsv", "organization",
          ("id", "kind", "country", "forms", "ambiguous", "wikidata", "source"),
          {"forms": _NAME, "ambiguous": _NAME}),
    Table("org_heads.tsv", "org_head", ("form", "kind", "source"), {"form": _SERVICE}, key="form"),
    Table("titles.tsv", "title", ("form", "kind", "source"), {"form": _SERVICE}, key="form"),
    Table("groups.tsv", "group_head", ("form", "kind", "source"), {"form": _SERVICE}, key="form"),
    Table("given_names.tsv", "given_name", ("form", "source"), {"form": _NAME}, key="form"),
    Table("reporting.tsv", "report",
          ("lemma", "class", "past", "present", "masdar", "participle", "example", "counter_example", "source"),
          {"past": _VERB, "present": _VERB, "masdar": _NOUN, "participle": _NAME}, key="lemma"),
    Table("attribution.tsv", "attribution",
          ("form", "class", "example", "counter_example", "source"), {"form": _NAME}, key="form"),
    Table("triggers.tsv", "trigger",
          ("id", "class", "pos", "forms", "past", "present", "gloss", "source"),
          {"forms": _NOUN, "past": _VERB, "present": _VERB}),
    Table("counted.tsv", "counted", ("form", "unit", "source"), {"form": _NOUN}, key="form"),
    Table("transparent.tsv", "transparent", ("form", "kind", "source"), {"form": _NOUN}, key="form"),
    Table("objects.tsv", "object", ("id", "class", "forms", "gloss", "source"), {"forms": _NOUN}),
    Table("platform_heads.tsv", "platform_head", ("id", "forms", "class", "kinds", "source"), {"forms": _NOUN}),
)  # fmt: skip
