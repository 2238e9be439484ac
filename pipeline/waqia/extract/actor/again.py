"""Find names again: surnames and given names of persons, and places, that the article introduced in full."""

from collections.abc import Iterator, Sequence

from waqia.extract.actor.names import binds, is_name_word, read_name
from waqia.extract.actor.scene import Proposal, Scene
from waqia.extract.actor.words import is_common
from waqia.text.tokens import Token

_PROCLITICS = ("", "و", "ف", "ل", "ب", "ك", "ول", "وب")


def propose_again(scene: Scene, named: Sequence[Proposal]) -> list[Proposal]:
    """Return shorter mentions of what ``named`` proposes, anywhere in the text outside those spans."""
    tails: dict[str, list[tuple[tuple[str, ...], Proposal]]] = {}
    for proposal in named:
        for words in _short_forms(scene, proposal):
            forms = tails.setdefault(words[0], [])
            if all(words != known for known, _ in forms):
                forms.append((words, proposal))
    for forms in tails.values():
        forms.sort(key=lambda form: -len(form[0]))
    if not tails:
        return []
    covered = {index for item in named for index in range(item.first, item.last)}
    return list(_search(scene, tails, covered))


def _short_forms(scene: Scene, proposal: Proposal) -> Iterator[tuple[str, ...]]:
    tokens = scene.tokens[proposal.first : proposal.last]
    words = [token.norm for token in tokens]
    cut = proposal.start - tokens[0].start
    words[0] = words[0][cut:] if 0 < cut < len(words[0]) else words[0]
    if proposal.type == "place":
        if proposal.rule == "actors.place_head":
            yield tuple(words)
        return
    if proposal.type == "organization":
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
    begin = proposal.first + 1
    if len(words) < 3 and proposal.rule != "actors.org_head":
        return
    if is_common(scene.norm(begin)) or any(
        index in scene.hits["platform"] for index in range(begin, proposal.last)
    ):
        return
    for cut in (1, 2) if len(words) > 2 else (1,):
        rest = words[cut:]
        proper = all(not is_common(word) for word in rest) and proposal.first + cut not in scene.places
        if proper and (len(rest) > 1 or (cut == 1 and len(rest[0]) > 3)):
            yield tuple(rest)


def _bears_alone(token: Token) -> bool:
    """Tell whether one name word can stand for the person: long enough, and no common word."""
    return (
        token.kind == "word"
        and len(token.norm) > 2
        and token.clean not in ("علي", "على")
        and token.norm != "الدين"
    )


def _search(
    scene: Scene, tails: dict[str, list[tuple[tuple[str, ...], Proposal]]], covered: set[int]
) -> Iterator[Proposal]:
    for index, token in enumerate(scene.tokens):
        if token.kind not in ("word", "latin") or index in covered:
            continue
        for proclitic in _PROCLITICS:
            if not token.norm.startswith(proclitic):
                continue
            forms = tails.get(token.norm[len(proclitic) :], ())
            found = next((form for form in forms if _fits(scene, index, len(proclitic), form)), None)
            if found is not None:
                yield _again(scene, index, len(proclitic), *found)
                break


def _again(scene: Scene, index: int, cut: int, words: tuple[str, ...], source: Proposal) -> Proposal:
    rule = {"place": "actors.place_again", "organization": "actors.org_again"}.get(
        source.type, "actors.surname"
    )
    return scene.propose(index, index + len(words), source.type, rule, start=scene.raw_at(index, cut), rank=1)


def _matches(scene: Scene, index: int, words: tuple[str, ...]) -> bool:
    return all(scene.norm(index + offset) == word for offset, word in enumerate(words[1:], start=1))


def _fits(scene: Scene, index: int, cut: int, found: tuple[tuple[str, ...], Proposal]) -> bool:
    """Tell whether a short form is used as a name here: words that are also common words need a frame."""
    words, source = found
    if not _matches(scene, index, words):
        return False
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
