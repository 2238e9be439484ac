"""Find names again: surnames and given names of persons, and places, that the article introduced in full."""

from collections.abc import Iterator, Sequence

from waqia.extraction.actor.names import binds, is_name_word, read_name
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common
from waqia.text.tokens import Token

_PROCLITICS = ("", "و", "ف", "ل", "ب", "ك", "ول", "وب")


def propose_again(scene: Scene, named: Sequence[Proposal]) -> list[Proposal]:
    """Return shorter mentions of what ``named`` proposes, anywhere in the text outside those spans."""
    forms: dict[tuple[str, ...], Proposal] = {}
    for proposal in named:
        for words in _short_forms(scene, proposal):
            forms.setdefault(words, proposal)
    if not forms:
        return []
    sizes: dict[str, set[int]] = {}
    for words in forms:
        sizes.setdefault(words[0], set()).add(len(words))
    covered = {index for item in named for index in range(item.first, item.last)}
    return list(_search(scene, forms, {word: sorted(found, reverse=True) for word, found in sizes.items()}, covered))


def _short_forms(scene: Scene, proposal: Proposal) -> Iterator[tuple[str, ...]]:
    tokens = scene.tokens[proposal.first : proposal.last]
    words = [token.norm for token in tokens]
    cut = proposal.start - tokens[0].start
    words[0] = words[0][cut:] if 0 < cut < len(words[0]) else words[0]
    if proposal.type == "place":
        if proposal.rule == "actors.place_head":
            yield tuple(words)
        return
    if proposal.type == "organization" and proposal.rule == "actors.gloss":
        if len(words[0]) > 2:
            yield tuple(words)
    elif proposal.type == "organization":
        yield from _headless(scene, proposal, words)
    if proposal.type != "person":
        return
    yield tuple(words)
    for begin in range(1, len(tokens)):
        if begin > 1 and binds(scene, proposal.first + begin - 1):
            continue
        rest = tuple(words[begin:])
        if len(rest) == 1 and not _bears_alone(tokens[begin]):
            continue
        yield rest
    if len(words) > 1 and _bears_alone(tokens[0]) and not is_common(words[0]):
        yield (words[0],)


def _headless(scene: Scene, proposal: Proposal, words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield an institution's proper name without its head, where no list knows its words (منظمة نت بلوكس)."""
    if proposal.rule == "actors.org_quoted":
        if len(words) > 1 or (len(words[0]) > 3 and not is_common(words[0])):
            yield tuple(words)
        return
    begin = proposal.first + 1
    if len(words) < 3 and proposal.rule != "actors.org_head":
        return
    if is_common(scene.norm(begin)) or any(index in scene.hits["platform"] for index in range(begin, proposal.last)):
        return
    for cut in (1, 2) if len(words) > 2 else (1,):
        rest = words[cut:]
        proper = all(not is_common(word) for word in rest) and proposal.first + cut not in scene.places
        if proper and (len(rest) > 1 or (cut == 1 and len(rest[0]) > 3)):
            yield tuple(rest)


def _bears_alone(token: Token) -> bool:
    """Tell whether one name word can stand for the person: long enough, and no common word."""
    return token.kind == "word" and len(token.norm) > 2 and token.clean not in ("علي", "على") and token.norm != "الدين"


def _search(
    scene: Scene, forms: dict[tuple[str, ...], Proposal], sizes: dict[str, list[int]], covered: set[int]
) -> Iterator[Proposal]:
    for index, token in enumerate(scene.tokens):
        if token.kind not in ("word", "latin") or index in covered:
            continue
        for proclitic in _PROCLITICS:
            norm = token.norm
            found = sizes.get(norm[len(proclitic) :]) if norm.startswith(proclitic) else None
            proposal = _longest(scene, index, len(proclitic), forms, found) if found else None
            if proposal is not None:
                yield proposal
                break


def _longest(
    scene: Scene, index: int, cut: int, forms: dict[tuple[str, ...], Proposal], sizes: list[int]
) -> Proposal | None:
    first = scene.norm(index)[cut:]
    for size in sizes:
        words = (first, *(scene.norm(position) for position in range(index + 1, index + size)))
        source = forms.get(words)
        if source is not None and _fits(scene, index, cut, words, source):
            return _again(scene, index, cut, words, source)
    return None


def _again(scene: Scene, index: int, cut: int, words: tuple[str, ...], source: Proposal) -> Proposal:
    rule = {"place": "actors.place_again", "organization": "actors.org_again"}.get(source.type, "actors.surname")
    return scene.propose(index, index + len(words), source.type, rule, start=scene.raw_at(index, cut), rank=1)


def _fits(scene: Scene, index: int, cut: int, words: tuple[str, ...], source: Proposal) -> bool:
    """Tell whether a short form is used as a name here: words that are also common words need a frame."""
    if len(words) > 1 or source.type != "person":
        return True
    norm = words[0]
    if scene.quoted(index, index + 1) or scene.verb(index - 1) is not None:
        return True
    if is_common(norm) or index in scene.nisbas:
        return False
    if cut and not norm.startswith("ال") and is_common(scene.norm(index)):
        return False
    follower = read_name(scene, index + 1) if scene.joined(index + 1) and scene.is_word(index + 1) else None
    given = scene.hit("given_name", index)
    return not (given is not None and follower is not None and is_name_word(scene, index + 1, 1))
