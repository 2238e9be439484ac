"""Propose what stands in brackets behind a name and says it again: غوغل (Google), بنك القرض (سياش)."""

from collections.abc import Iterator, Sequence

from waqia.extraction.actor.scene import Proposal, Scene

_MAX_WORDS = 7


def propose_glosses(scene: Scene, named: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield Latin names, and single unknown words behind institutions, in brackets right behind a name.

    The gloss has the type and country of the name before; a quotation mark may stand between.
    """
    ends = {item.last: item for item in named if item.type == "organization"}
    for item in named:
        index = item.last + scene.is_quote(item.last)
        if scene.clean(index) != "(":
            continue
        if item.type != "organization" and scene.names_thing(index + 1):
            continue
        end = _gloss_end(scene, index + 1, acronym=item.type == "organization")
        if end is None:
            continue
        bearer = ends.get(item.first) if item.type == "place" and _is_acronym(scene, index + 1, end) else None
        kind = item.type if bearer is None else bearer.type
        yield scene.propose(index + 1, end, kind, "actors.gloss", rank=7).with_role(None, item.country)


def _gloss_end(scene: Scene, index: int, *, acronym: bool) -> int | None:
    """Return where a gloss of Latin words, or of one unknown word, ends before the closing bracket."""
    if acronym and scene.unknown(index) and scene.clean(index + 1) == ")":
        return index + 1
    end = index
    while end < min(index + 2 * _MAX_WORDS, len(scene.tokens)) and scene.clean(end) != ")":
        token = scene.tokens[end]
        if token.kind not in ("latin", "number") and token.clean not in ("-", "&", ".", "'", "’"):
            return None
        end += 1
    return end if end > index and scene.is_latin(index) and scene.clean(end) == ")" else None


def without_glossed(scene: Scene, named: Sequence[Proposal], glosses: Sequence[Proposal]) -> list[Proposal]:
    """Return the names without those that a gloss shows to be something else (سياش, a bank's short name, no person)."""
    kinds = {scene.norm(gloss.first): gloss.type for gloss in glosses if gloss.last == gloss.first + 1}
    return [
        item
        for item in named
        if item.last != item.first + 1 or kinds.get(scene.norm(item.first), item.type) == item.type or item.key
    ]


def _is_acronym(scene: Scene, first: int, last: int) -> bool:
    return last == first + 1 and len(scene.clean(first)) > 1 and scene.clean(first).isupper()


def find_aliases(scene: Scene, named: Sequence[Proposal]) -> dict[int, int]:
    """Return, by raw start, where the name begins that a name of the same type in brackets behind it says again.

    Two names that the lexicon knows apart, and a place in a place (أربيل (العراق)), are no aliases. An institution's
    country may stand between (هيئة الاتصالات السعودية (CITC)).
    """
    ends: dict[int, Proposal] = {item.last: item for item in named if item.type != "group"}
    found: dict[int, int] = {}
    for item in named:
        opening = item.first - 1
        if item.type == "group" or scene.clean(opening) != "(" or scene.clean(item.last) != ")":
            continue
        bearer = ends.get(opening - scene.is_quote(opening - 1))
        if bearer is not None and bearer.type == "place" and item.type == "organization":
            bearer = ends.get(bearer.first)
        if bearer is None or bearer.type != item.type:
            continue
        known = item.key is not None and bearer.key is not None and item.key != bearer.key
        if not known and (item.type != "place" or item.key is None):
            found[item.start] = bearer.start
    return found
