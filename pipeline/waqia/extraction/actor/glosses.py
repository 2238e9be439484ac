"""Propose what stands in brackets behind a name and says it again: غوغل (Google), بنك القرض (سياش)."""

from collections.abc import Iterator, Sequence

from waqia.extraction.actor.scene import Proposal, Scene

_MAX_WORDS = 7


def propose_glosses(scene: Scene, named: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield Latin names, and single unknown words behind institutions, in brackets right behind a name.

    The gloss has the type and country of the name before; a quotation mark may stand between.
    """
    for item in named:
        if item.type == "group":
            continue
        index = item.last + scene.is_quote(item.last)
        if scene.clean(index) != "(":
            continue
        if item.type != "organization" and scene.names_thing(index + 1):
            continue
        end = _gloss_end(scene, index + 1, acronym=item.type == "organization")
        if end is not None:
            yield scene.propose(index + 1, end, item.type, "actors.gloss", rank=7).with_role(None, item.country)


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
