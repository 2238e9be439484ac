"""Propose organizations: listed names and outlets, institutions by their head, and platforms as companies."""

from collections.abc import Iterator

from waqia.extraction.actor.constructs import propose_constructs, suits
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import word_set
from waqia.lexicon.match import Hit


def propose_organizations(scene: Scene) -> list[Proposal]:
    """Return listed names, constructs behind institution heads, and platforms that act as companies."""
    return [*_listed(scene), *propose_constructs(scene), *_companies(scene)]


def _listed(scene: Scene) -> Iterator[Proposal]:
    for category in ("outlet", "organization"):
        for hit in scene.hits[category].values():
            if hit.form.column == "ambiguous" and not _backed(scene, hit):
                continue
            if hit.last == hit.first + 1 and scene.tokens[hit.first].text.endswith(("\u064b", "\u064d")):
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


def _backed(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words around an ambiguous form show that it names an institution here."""
    if scene.quoted(hit.first, hit.last):
        return True
    if scene.clean(hit.first - 1) == "(" and scene.clean(hit.last) == ")":
        return True
    head = scene.hit("org_head", hit.first - 1)
    return head is not None and not hit.proclitics and not head.article and suits(hit, head)


def _companies(scene: Scene) -> Iterator[Proposal]:
    """Yield platforms that speak or own: beside a reporting verb, or in التابعة لفيسبوك "belonging to F."."""
    for hit in scene.hits["platform"].values():
        owner = hit.proclitics == "ل" and scene.norm(hit.first - 1) in word_set("ownership")
        headed = scene.norm(hit.first - 1).removeprefix("ال") in word_set("service")
        before = _verb_before(scene, hit.first - headed) and not hit.proclitics
        if not (owner or before or _verb_behind(scene, hit.last)):
            continue
        if (hit.proclitics and not owner) or hit.entry.values["kind"] in ("network",):
            continue
        if headed and not before:
            continue
        rule = f"actors.company/{hit.entry.key}"
        yield Proposal(
            hit.first, hit.last, hit.start, hit.end, "organization", rule, 2, f"companies/{hit.entry.key}"
        )  # fmt: skip


def _verb_before(scene: Scene, index: int) -> bool:
    index -= scene.is_quote(index - 1)
    report = scene.verb(index - 1)
    return report is not None and report.last == index


def _verb_behind(scene: Scene, index: int) -> bool:
    index += scene.is_quote(index)
    report = scene.verb(index)
    feminine = report is not None and report.form.column == "past" and scene.norm(index).endswith("ت")
    return feminine and not report.proclitics and scene.joined(index) if report is not None else False
