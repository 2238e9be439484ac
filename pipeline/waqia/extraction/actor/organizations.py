"""Propose organizations: listed names and outlets, institutions by their head, and platforms as companies."""

from collections.abc import Iterator

from waqia.extraction.actor.companies import established, is_operator, propose_companies
from waqia.extraction.actor.constructs import propose_constructs, suits
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import word_set
from waqia.lexicon.match import Hit


def propose_organizations(scene: Scene) -> list[Proposal]:
    """Return listed names, constructs behind institution heads, and platforms that act as companies."""
    return [*_listed(scene), *propose_constructs(scene), *propose_companies(scene)]


def _listed(scene: Scene) -> Iterator[Proposal]:
    keys = established(scene)
    for category in ("outlet", "organization"):
        for hit in scene.hits[category].values():
            if hit.form.column == "ambiguous" and not (_backed(scene, hit) or is_operator(scene, hit, keys)):
                continue
            if hit.last == hit.first + 1 and scene.tokens[hit.first].text.endswith(("\u064b", "\u064d")):
                continue
            if category == "organization" and _is_product(scene, hit):
                continue
            values = hit.entry.values
            yield Proposal(
                hit.first,
                hit.last,
                hit.start,
                hit.end,
                "organization",
                hit.entry.rule,
                rank=6,
                key=hit.entry.rule,
                country=scene.country_in(hit.first, hit.last),
                wikidata=values["wikidata"] or None,
            )


def _is_product(scene: Scene, hit: Hit) -> bool:
    """Tell whether a company's name begins a product's (Microsoft Exchange, FIFA 21, نوكيا S40)."""
    if hit.entry.values["kind"] not in ("company", "club", "international") or not scene.joined(hit.last):
        return False
    numbered = scene.is_latin(hit.last - 1) and scene.tokens[hit.last].kind == "number"
    return numbered or scene.is_latin(hit.last)


def _backed(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words around an ambiguous form show that it names an institution here."""
    if scene.quoted(hit.first, hit.last):
        return True
    if scene.clean(hit.first - 1) == "(" and scene.clean(hit.last) == ")":
        return True
    if scene.norm(hit.first) in word_set("generic_tail"):
        return False
    head = scene.hit("org_head", hit.first - 1)
    return head is not None and not hit.proclitics and not head.article and suits(hit, head)
