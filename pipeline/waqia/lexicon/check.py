"""Check a folder of word lists and rules; what ``waqia lexicon check`` prints.

Word lists: columns and cells, identifiers, letters, country codes, Wikidata ids, sources, forms that two
entries share, and that every ``example`` holds a form of its entry and every ``counter_example`` none. Rule
files: the fields every rule needs, and, where a rule engine gives a runner for the file, that each rule
applies to its example and not to its counter-example.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from waqia.lexicon.letters import letter_fault
from waqia.lexicon.load import Entry, Form, clean_form, entry_forms
from waqia.lexicon.match import Matcher
from waqia.lexicon.tables import TABLES, Table
from waqia.text.document import read
from waqia.text.normalise import fold

Rule = Mapping[str, object]
Runner = Callable[[Rule, str], bool]
"""Says whether a rule of a TOML file applies to a text."""

_IDENTIFIER = re.compile(r"[A-Z]{2}|(?:[A-Z]{2}\.)?[a-z0-9]+(?:_[a-z0-9]+)*")
_RULE_IDENTIFIER = re.compile(r"[a-z0-9]+(?:[._][a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_AS_PRINTED = frozenset({"example", "counter_example", "span"})
"""Fields that quote text as news prints it, with tatweel (الـ24 ساعة) and all."""
_RULE_FIELDS = ("id", "example", "counter_example", "source")
# ISO 3166-1 alpha-2, and the user-assigned XK that CLDR gives Kosovo
_COUNTRY_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK
YE YT ZA ZM ZW
"""
_COUNTRIES = frozenset(_COUNTRY_CODES.split())


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a list: file, 1-based line, and what is wrong and what would be right."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.message}"


def check(directory: Traversable | Path, runners: Mapping[str, Runner] | None = None) -> list[Problem]:
    """Return every problem of the word lists and rule files in a folder, ordered by file and line.

    Args:
        directory: the folder; every file of ``TABLES`` must be in it.
        runners: for a TOML file by name, what says whether one of its rules applies to a text.
    """
    problems: list[Problem] = []
    forms: list[Form] = []
    entries: list[Entry] = []
    listed = {table.file for table in TABLES}
    for table in TABLES:
        read_entries = _check_table(table, directory, problems)
        problems.extend(_check_shared_forms(table, read_entries))
        entries.extend(read_entries)
        forms.extend(form for entry in read_entries for form in entry_forms(entry, table))
    problems.extend(_check_examples(entries, forms))
    for item in directory.iterdir():
        if item.name.endswith(".tsv") and item.name not in listed:
            problems.extend(_check_other_list(item.name, _lines(item, problems)))
        elif item.name.endswith(".toml"):
            source = "\n".join(_lines(item, problems))
            problems.extend(_check_rules(item.name, source, (runners or {}).get(item.name)))
    return sorted(problems)


def _check_table(table: Table, directory: Traversable | Path, problems: list[Problem]) -> list[Entry]:
    """Check one list line by line and return the entries that have the right number of cells."""
    lines = _lines(directory / table.file, problems)
    if not lines:
        return []
    header = tuple(lines[0].split("\t"))
    if header != table.columns:
        problems.append(Problem(table.file, 1, f"header {header}: should be {table.columns}"))
        return []
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for number, cells in _rows(lines):
        if len(cells) != len(header):
            message = f"has {len(cells)} cells: should be {len(header)}"
            problems.append(Problem(table.file, number, message))
            continue
        values = dict(zip(header, cells, strict=True))
        entry = Entry(values[table.key], table.category, values, table.file, number)
        faults = [*_cell_faults(values), *_value_faults(values), *_form_faults(table, values)]
        faults.extend(_key_faults(table, entry, seen))
        problems.extend(Problem(table.file, number, fault) for fault in faults)
        entries.append(entry)
    return entries


def _lines(path: Traversable | Path, problems: list[Problem]) -> list[str]:
    """Return the lines of a file, or none and a problem."""
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        problems.append(Problem(path.name, 1, "is missing"))
    except UnicodeDecodeError as error:
        problems.append(Problem(path.name, 1, f"is not UTF-8 ({error}); save it as UTF-8"))
    return []


def _rows(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() and not line.startswith("#"):
            yield number, line.split("\t")


def _cell_faults(values: Mapping[str, str]) -> Iterator[str]:
    for column, value in values.items():
        if value != value.strip():
            yield f"{column} {value!r}: space at its edge; write {value.strip()!r}"
        fault = letter_fault(value)
        if fault is not None:
            yield f"{column} {value!r}: {fault}"
    if not values.get("source", "").strip():
        yield "source is empty: every entry says where it is from, e.g. handmade"


def _value_faults(values: Mapping[str, str]) -> Iterator[str]:
    country = values.get("country", "")
    if country and country not in _COUNTRIES:
        yield f"country {country!r}: should be an ISO 3166 alpha-2 code such as IQ, or empty"
    wikidata = values.get("wikidata", "")
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        yield f"wikidata {wikidata!r}: should be Q and a number such as Q355, or empty"


def _key_faults(table: Table, entry: Entry, seen: dict[str, int]) -> Iterator[str]:
    key = entry.key
    if not key.strip():
        yield f"{table.key} is empty"
    elif table.key == "id" and not _IDENTIFIER.fullmatch(key):
        yield f"id {key!r}: should be lower_snake_case ASCII (of a place IQ or IQ.basra)"
    if key in seen:
        yield f"{table.key} {key!r}: is on line {seen[key]} already"
    seen.setdefault(key, entry.line)


def _form_faults(table: Table, values: Mapping[str, str]) -> Iterator[str]:
    for column in table.forms:
        cell = values[column]
        if not cell:
            continue
        for form in cell.split("|"):
            written = form.removeprefix("=")
            if not written.strip():
                yield f"{column} {cell!r}: empty form between two |"
            elif written != written.strip() or "  " in written:
                yield f"{column} {form!r}: needless space; write {' '.join(written.split())!r}"
    if not any(values[column] for column in table.forms):
        yield f"has no form in {', '.join(table.forms)}"


def _check_shared_forms(table: Table, entries: list[Entry]) -> Iterator[Problem]:
    """Find forms of two entries that no text can tell apart; a verb may be spelled like a noun (قطع)."""
    owners: dict[tuple[str, bool], list[tuple[str, Entry]]] = {}
    for entry in entries:
        for column in table.forms:
            verbal = column in ("past", "present")
            for form in filter(None, entry.values[column].split("|")):
                owners.setdefault((fold(form.removeprefix("=")), verbal), []).append((form, entry))
    for claims in owners.values():
        for number, (form, entry) in enumerate(claims):
            other = next((o for f, o in claims[:number] if o is not entry and _clash(form, f)), None)
            if other is not None:
                where = f"{other.key!r} on line {other.line}"
                yield Problem(entry.file, entry.line, f"form {form!r}: is a form of {where} as well")


def _clash(one: str, other: str) -> bool:
    if one.startswith("=") and other.startswith("="):
        return clean_form(one) == clean_form(other)
    return True


def _check_examples(entries: list[Entry], forms: list[Form]) -> Iterator[Problem]:
    exemplified = [entry for entry in entries if "example" in entry.values]
    if not exemplified:
        return
    matcher = Matcher(forms)
    for entry in exemplified:
        for column, wanted in (("example", True), ("counter_example", False)):
            text = entry.values[column]
            if not text.strip():
                yield Problem(entry.file, entry.line, f"{column} is empty")
                continue
            hits = [hit for hit in matcher.find(read(text)) if hit.entry is entry]
            if bool(hits) is not wanted:
                fault = "holds no form of" if wanted else "holds a form of"
                yield Problem(entry.file, entry.line, f"{column} {text!r}: {fault} {entry.key!r}")


def _check_other_list(file: str, lines: list[str]) -> Iterator[Problem]:
    """Check cells and sources of a list that its own module reads."""
    header = lines[0].split("\t") if lines else []
    for number, cells in _rows(lines):
        if len(cells) != len(header):
            yield Problem(file, number, f"has {len(cells)} cells: should be {len(header)}")
            continue
        for fault in _cell_faults(dict(zip(header, cells, strict=True))):
            yield Problem(file, number, fault)


def _check_rules(file: str, source: str, runner: Runner | None) -> Iterator[Problem]:
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        yield Problem(file, int(where.group(1)) if where else 1, f"is no TOML: {error}")
        return
    seen: Counter[object] = Counter()
    for name, rules in tables.items():
        starts = [number for number, line in enumerate(source.split("\n"), start=1) if line.strip() == f"[[{name}]]"]
        for rule, line in zip(rules if starts else (), starts, strict=False):
            seen[rule.get("id")] += 1
            faults = [*_rule_faults(rule), *_run_faults(rule, runner)]
            if seen[rule.get("id")] == 2:
                faults.append(f"id {rule.get('id')!r}: another rule of this file has it already")
            yield from (Problem(file, line, fault) for fault in faults)


def _rule_faults(rule: Rule) -> Iterator[str]:
    for name in _RULE_FIELDS:
        value = rule.get(name)
        if not isinstance(value, str) or not value.strip():
            yield f"{name} is missing: every rule has {', '.join(_RULE_FIELDS)}"
    identifier = rule.get("id")
    if isinstance(identifier, str) and identifier and not _RULE_IDENTIFIER.fullmatch(identifier):
        yield f"id {identifier!r}: should be lower-case words joined by . or _"
    for name, value in rule.items():
        if name in _AS_PRINTED:
            continue
        for text in value if isinstance(value, list) else [value]:
            fault = letter_fault(text) if isinstance(text, str) else None
            if fault is not None:
                yield f"{name} {text!r}: {fault}"


def _run_faults(rule: Rule, runner: Runner | None) -> Iterator[str]:
    if runner is None:
        return
    for name, wanted in (("example", True), ("counter_example", False)):
        text = rule.get(name)
        if isinstance(text, str) and text and runner(rule, text) is not wanted:
            yield f"{name} {text!r}: rule {rule.get('id')!r} {'does not apply' if wanted else 'applies'}"
