"""Propose persons: known given names, titles before names, names behind reporting verbs, surnames said again.

A title frame is title + role words + name (المتحدث باسم الوزارة أحمد الصحاف "the spokesman of the ministry A.
S."): the words between are definite nouns, nisbas, institutions and places (Ryding 2005, ch. 8 on
apposition).
"""

from collections.abc import Iterator

from waqia.extraction.actor.names import Name, binds, is_name_word, read_name
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common, opens_clause, word_set
from waqia.lexicon.match import Hit

_ROLE_WINDOW = 14
_SPEECH = frozenset(("ان", "انه", "انها", "بان", ":"))


def propose_persons(scene: Scene) -> list[Proposal]:
    """Return the persons that the text names in full, and those that a title or reporting verb introduces."""
    found = [*_given_names(scene), *_titled(scene), *_reported(scene), *_before_title(scene)]
    return [_apposition(scene, proposal) for proposal in found]


def _given_names(scene: Scene) -> Iterator[Proposal]:
    covered = 0
    for first, hit in scene.hits["given_name"].items():
        if first < covered or scene.clean(first) == "على":
            continue
        name = read_name(scene, first)
        if name is not None and name.parts == 1 and _introduced(scene, first):
            name = Name(first, first + 2, 2, 1)
        if name is None or name.parts < 2 or not _sure(scene, name):
            continue
        if hit.proclitics.endswith(("ب", "ك")) and name.known < 2 and not scene.norm(first + 1).startswith("ال"):
            continue
        covered = name.last
        yield scene.propose(first, name.last, "person", "actors.given_name", start=hit.start, rank=3)


def _sure(scene: Scene, name: Name) -> bool:
    """Tell whether a given name that is also a word is used as one: another name or particle follows."""
    if not is_common(scene.norm(name.first)) and scene.norm(name.first) not in word_set("name_or_word"):
        return True
    return name.known > 1 or binds(scene, name.first + 1)


def _introduced(scene: Scene, first: int) -> bool:
    """Tell whether a common word is a surname here: given name + word + comma + definite title."""
    given, word = scene.hit("given_name", first), scene.norm(first + 1)
    plain = (
        scene.is_word(first + 1)
        and word not in word_set("function")
        and scene.norm(first) not in word_set("name_or_word")
    )
    title = scene.hit("title", first + 3)
    named = given is not None and plain and not is_common(scene.norm(first)) and scene.joined(first + 1)
    return (
        named and scene.clean(first + 2) in ("،", ",") and title is not None and scene.norm(first + 3).startswith("ال")
    )


def _titled(scene: Scene) -> Iterator[Proposal]:
    for first, hit in scene.hits["title"].items():
        if scene.verb(first) is not None and scene.hit("title", hit.last) is not None:
            continue
        found = _behind_title(scene, hit.last)
        if found is None or not _enough(scene, hit, found[0]):
            continue
        name, role_end = found
        given = scene.hit("given_name", name.first)
        start = given.start if given is not None and given.proclitics == "" else None
        role = scene.text.span(hit.start, scene.tokens[role_end - 1].end)
        proposal = scene.propose(name.first, name.last, "person", "actors.title_frame", start=start, rank=4)
        yield proposal.with_role(role, scene.country_in(first, role_end))


def _enough(scene: Scene, title: Hit, name: Name) -> bool:
    """Tell whether a single word behind a role is a name: known, behind a form of address, or said again."""
    if name.known or title.entry.values["kind"] in ("honorific", "military", "academic"):
        return True
    before = name.first
    while before and scene.tokens[before - 1].kind == "punct":
        before -= 1
    definite = scene.norm(before - 1).removeprefix("و").removeprefix("ل").startswith(("ال", "ل")) or scene.ends_name(
        before
    )
    return definite and (name.parts > 1 or scene.counts[scene.norm(name.first)] > 1)


def _behind_title(scene: Scene, index: int) -> tuple[Name, int] | None:
    """Return the name that a title introduces, and the token where the role ends."""
    begin = index
    while index < min(begin + _ROLE_WINDOW, len(scene.tokens)):
        if not scene.joined(index):
            return None
        name = _name_here(scene, index, direct=index == begin or scene.is_quote(index - 1))
        if name is not None:
            end = index
            while scene.tokens[end - 1].kind == "punct":
                end -= 1
            return name, end
        step = _role_step(scene, index)
        if step is None:
            return None
        index = step
    return None


def _name_here(scene: Scene, index: int, *, direct: bool) -> Name | None:
    """Return the name at a token of a title frame; away from the title one unknown word is too little."""
    token = scene.tokens[index]
    if token.clean == "على" and direct and scene.unknown(index + 1):
        rest = read_name(scene, index + 1)
        return Name(index, rest.last, rest.parts + 1, 1) if rest is not None and rest.parts > 1 else None
    given = scene.hit("given_name", index)
    if token.kind not in ("word", "abbreviation") or (given is not None and given.proclitics):
        return None
    if given is None and token.norm.startswith(("ول", "وب", "لل")) and len(token.norm) > 4:
        return None
    if given is None and token.kind == "word" and not binds(scene, index) and not is_name_word(scene, index, 0):
        return None
    name = read_name(scene, index)
    if name is None:
        return None
    if scene.is_quote(index - 1) and not scene.is_quote(name.last):
        return None
    enough = name.parts > 1 or (direct and not token.norm.startswith("ال") and not is_common(token.norm))
    definite = token.norm.startswith("ال") and not name.known and not scene.is_quote(index - 1)
    return name if enough and not (definite and not direct) else None


def _role_step(scene: Scene, index: int) -> int | None:
    """Return the token behind one word of a role, or None where no role word stands."""
    token = scene.tokens[index]
    if token.kind == "punct":
        return _role_mark(scene, index)
    if token.kind != "word" or opens_clause(token.norm) or scene.hit("report", index) is not None:
        return None
    for hit in (scene.places.get(index), *(scene.hit(name, index) for name in ("organization", "outlet", "platform"))):
        if hit is not None:
            return hit.last
    if scene.established(index):
        return index + 1
    if index in scene.nisbas or scene.hit("title", index) is not None or scene.hit("org_head", index) is not None:
        return index + 1
    if token.norm in word_set("role_link") or token.norm.startswith(("ال", "وال", "بال", "لل")):
        return index + 1
    if token.norm in word_set("function"):
        return None
    followed = scene.norm(index + 1).startswith("ال") or index + 1 in scene.places
    return index + 1 if followed and scene.is_word(index + 1) else None


def _role_mark(scene: Scene, index: int) -> int | None:
    """Step over an opening quotation mark or a comma directly before a name."""
    if scene.opens_quote(index):
        return index + 1
    if scene.clean(index) not in ("،", ",", ":"):
        return None
    given = scene.hit("given_name", index + 1)
    name = read_name(scene, index + 1)
    if name is None or name.parts < 2 or (given is not None and given.proclitics):
        return None
    closed = scene.clean(index) != ":" and scene.clean(name.last) in ("،", ",")
    return index + 1 if given is not None or closed else None


def _reported(scene: Scene) -> Iterator[Proposal]:
    """Yield names of two and more words behind a reporting verb (قال ناريندرا مودي "N. M. said")."""
    for hit in scene.hits["report"].values():
        if scene.verb(hit.first) is None:
            continue
        index = hit.last + scene.opens_quote(hit.last)
        if index >= len(scene.tokens) or not scene.joined(index):
            continue
        name = read_name(scene, index)
        if name is None or scene.tokens[index].kind != "word" or not _speaks(scene, name):
            continue
        if index > hit.last and not scene.is_quote(name.last):
            continue
        yield scene.propose(index, name.last, "person", "actors.reporting_frame", rank=2)


def _before_title(scene: Scene) -> Iterator[Proposal]:
    """Yield two or three unknown words between a preposition or verb and comma + title (حسب X Y، مدير ...)."""
    for last, hit in scene.hits["title"].items():
        comma = last - 1
        if scene.clean(comma) not in ("،", ",") or hit.proclitics or not scene.joined(last):
            continue
        first = comma
        while first > comma - 4 and scene.unknown(first - 1) and scene.joined(first):
            first -= 1
        before = scene.norm(first - 1)
        opened = before in word_set("source_word") or before in ("مع", "ان") or scene.verb(first - 1) is not None
        if not 2 <= comma - first <= 3 or not opened or scene.norm(first).startswith("ال"):
            continue
        name = read_name(scene, first)
        if name is not None and name.last == comma:
            yield scene.propose(first, comma, "person", "actors.reporting_frame", rank=2)


def _speaks(scene: Scene, name: Name) -> bool:
    first = scene.norm(name.first)
    if name.known or binds(scene, name.first):
        return name.parts > 1 or not (is_common(first) or scene.norm(name.last).startswith("ال"))
    if name.parts == 1:
        return _opens_speech(scene, name) and not _of_woman(scene, name.first)
    if first.endswith("ا") and scene.norm(name.first + 1).endswith("ا"):
        return False
    return not first.startswith(("ال", "ل", "ي", "ت", "م"))


def _of_woman(scene: Scene, first: int) -> bool:
    """Tell whether the verb before is feminine: with a single unknown word that's as often a company (قالت آفاست)."""
    verb = scene.norm(first - 1 - scene.is_quote(first - 1)).removeprefix("و").removeprefix("ف")
    return verb.endswith("ت") or verb.startswith("ت")


def _opens_speech(scene: Scene, name: Name) -> bool:
    """Tell whether one unknown word stands between a reporting verb and what is said (وقال بوين إن)."""
    word = scene.norm(name.first)
    plural = word.startswith("ال") and word.endswith(("ون", "ين", "ات", "ه"))
    plural = plural or word.endswith(("وه", "وها", "وهم"))
    behind = scene.norm(name.last) in _SPEECH or scene.opens_quote(name.last)
    return behind and len(word) > 3 and not plural and not word.startswith(("لل", "وال", "بال", "ي"))


def _apposition(scene: Scene, proposal: Proposal) -> Proposal:
    """Add the role behind a name (علي أغوان، أستاذ العلوم "A. A., professor of sciences")."""
    if proposal.role is not None:
        return proposal
    index = proposal.last
    if scene.clean(index) in ("،", ",", "-", "("):
        index += 1
    hit = scene.hit("title", index)
    if hit is None or hit.proclitics or not scene.joined(index):
        return proposal
    end = hit.last
    while end < min(index + _ROLE_WINDOW, len(scene.tokens)) and scene.is_word(end) and scene.joined(end):
        step = _role_step(scene, end)
        if step is None:
            break
        end = step
    while end > hit.last and scene.norm(end - 1) in word_set("function"):
        end -= 1
    role = scene.text.span(hit.start, scene.tokens[end - 1].end)
    return proposal.with_role(role, scene.country_in(index, end))
