"""Propose companies that bear a platform's name or a common word: قالت فيسبوك, عملاء اتصالات, موظفي غوغل.

A platform's name means the company where somebody speaks for it, works for it or owns a part of it. An
operator named by a common word (اتصالات "communications", زين "adornment") is one only once the article
establishes it: behind a head, in quotation marks, or as whom customers belong to.
"""

from collections.abc import Iterator

from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import without_proclitic, word_set
from waqia.lexicon.match import Hit

_NOUN_PROCLITICS = ("", "و", "ف", "ل", "ب", "وب", "ول")


def propose_companies(scene: Scene) -> Iterator[Proposal]:
    """Yield platforms that speak, act or own as companies."""
    for hit in scene.hits["platform"].values():
        if hit.entry.values["kind"] in ("network", "game") or not _is_company(scene, hit):
            continue
        rule = f"actors.company/{hit.entry.key}"
        yield Proposal(
            hit.first, hit.last, hit.start, hit.end, "organization", rule, 2, f"companies/{hit.entry.key}"
        )  # fmt: skip


def _is_company(scene: Scene, hit: Hit) -> bool:
    before = scene.norm(hit.first - 1)
    if hit.proclitics:
        owned = before in word_set("ownership") or _behind_office(scene, hit.first)
        return (hit.proclitics == "ل" and owned) or (hit.proclitics == "ب" and _behind_office(scene, hit.first))
    headed = before.removeprefix("ال") in word_set("service")
    if _verb_before(scene, hit.first - headed):
        return True
    if headed:
        return False
    staff = without_proclitic(before, _NOUN_PROCLITICS, "company_part") in word_set("company_part") and not hit.article
    inside = before in ("في", "من", "لدي") and _behind_office(scene, hit.first - 1)
    acts = before.removeprefix("و") in word_set("company_verb") or _does_it(before)
    return staff or inside or acts or _verb_behind(scene, hit.last)


def _does_it(norm: str) -> bool:
    """Tell whether a token is a feminine verb with its object (حددتها واتساب), no noun (منصتها واتساب)."""
    return norm.endswith(("تها", "تهم", "ته")) and norm not in word_set("service_of_its") and len(norm) > 5


def _behind_office(scene: Scene, index: int) -> bool:
    """Tell whether an office, staff or document stands up to three words before (مذكرة داخلية ل, مسؤول في)."""
    for back in range(index - 1, max(index - 4, -1), -1):
        if not scene.is_word(back) or not scene.joined(back + 1):
            return False
        norm = scene.norm(back)
        if norm.removeprefix("و").removeprefix("ال") in word_set("company_office"):
            return True
        if norm in word_set("function") or scene.verb(back) is not None:
            return False
    return False


def _verb_before(scene: Scene, index: int) -> bool:
    index -= scene.is_quote(index - 1)
    report = scene.verb(index - 1)
    return report is not None and report.last == index


def _verb_behind(scene: Scene, index: int) -> bool:
    index += scene.is_quote(index)
    report = scene.verb(index)
    if report is None or report.proclitics or report.form.column != "past":
        return False
    return scene.norm(index).endswith("ت") and scene.joined(index)


def established(scene: Scene) -> frozenset[str]:
    """Return the keys of the companies that the article names beyond doubt or names as having customers."""
    keys = set()
    for hit in scene.hits["organization"].values():
        if hit.entry.values["kind"] != "company":
            continue
        named = hit.form.column == "forms" and hit.last - hit.first > 1
        quoted = scene.quoted(hit.first, hit.last) and not hit.proclitics
        if named or quoted or _has_customers(scene, hit) or _announces(scene, hit):
            keys.add(hit.entry.key)
    return frozenset(keys)


def _has_customers(scene: Scene, hit: Hit) -> bool:
    owner = scene.norm(hit.first - 1).removeprefix("ل").removeprefix("و") in word_set("customers")
    return owner and not hit.proclitics and not hit.article and _is_bare(scene, hit)


def _announces(scene: Scene, hit: Hit) -> bool:
    """Tell whether a feminine reporting verb has the form as its subject (أعلنت دو), no woman's full name."""
    feminine = _verb_before(scene, hit.first) and scene.norm(hit.first - 1).endswith("ت")
    return feminine and not hit.proclitics and _is_bare(scene, hit) and not scene.unknown(hit.last)


def is_operator(scene: Scene, hit: Hit, keys: frozenset[str]) -> bool:
    """Tell whether an ambiguous form is an established company again, no common noun with its complement."""
    if hit.entry.key not in keys or hit.entry.values["kind"] != "company" or hit.article:
        return False
    before = scene.norm(hit.first - 1)
    governed = scene.is_word(hit.first - 1) and scene.norm(hit.first - 1) in word_set("service_noun")
    return _is_bare(scene, hit) and not governed and before not in word_set("quantifier")


def _is_bare(scene: Scene, hit: Hit) -> bool:
    """Tell whether no complement or adjective of an indefinite noun follows."""
    behind = scene.norm(hit.last)
    if not scene.is_word(hit.last) or not scene.joined(hit.last):
        return True
    if behind in ("مع", "بين", "بشان", "حول") or hit.last in scene.nisbas:
        return False
    adjective = behind.endswith(("يه", "يي")) or behind in word_set("group_adjective")
    return not adjective
