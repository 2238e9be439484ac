"""Read a person's name: given names, particles that bind, and words that are in no list of common words."""

from dataclasses import dataclass

from waqia.extraction.actor.scene import Scene
from waqia.extraction.actor.words import is_common, opens_clause, word_set

_MAX_PARTS = 5
_FOREIGN_W = ("وات", "وين", "ويل", "وود", "وير", "ويت", "واين", "والك", "والت", "والاس")
_MARKS = "\u064b"


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[first, last)`` of a name, its number of parts, and how many are known given names."""

    first: int
    last: int
    parts: int
    known: int


def read_name(scene: Scene, first: int) -> Name | None:
    """Read the longest name that begins at a token; None if the token can't begin one."""
    index, parts, known = first, 0, 0
    while parts < _MAX_PARTS:
        if parts and not scene.joined(index):
            break
        end = _part(scene, index, parts)
        if end is None:
            break
        given = scene.hit("given_name", index)
        known += given is not None
        parts += 1
        index = end
    while index > first and scene.tokens[index - 1].kind == "abbreviation":
        index -= 1
        parts -= 1
    return Name(first, index, parts, known) if index > first else None


def _part(scene: Scene, index: int, parts: int) -> int | None:
    """Return where the name part at a token ends, or None if it is none."""
    if index >= len(scene.tokens):
        return None
    token = scene.tokens[index]
    if token.kind == "abbreviation":
        return index + 1
    if token.kind == "punct":
        return _hyphenated(scene, index, parts)
    if token.kind != "word":
        return None
    if binds(scene, index) and (parts or token.norm not in ("ولد", "لو", "دو", "دا", "بو", "دي")):
        return _bound_part(scene, index)
    if not is_name_word(scene, index, parts) and not (parts and _tribal(scene, index)):
        return None
    end = index + 1
    given = scene.hit("given_name", index)
    if given is not None and not given.enclitic:
        end = given.last
    if scene.norm(end) in word_set("bound_name") and scene.joined(end):
        end += 1
    return end


def _tribal(scene: Scene, index: int) -> bool:
    """Tell whether a common word is a surname: a nisba with ال behind a patronymic (بن محمد الشهري)."""
    norm = scene.norm(index)
    surname = norm.startswith("ال") and norm.endswith("ي") and len(norm) > 5 and norm not in word_set("temporal")
    return surname and scene.norm(index - 2) in ("بن", "ابن", "بنت") and scene.hit("given_name", index - 1) is not None


def _bound_part(scene: Scene, index: int) -> int | None:
    """Return where a particle with what it binds ends (بن سلمان, آل مرعي, أبو الغيط)."""
    end = index + 1
    if binds(scene, end) and scene.joined(end):
        end += 1
    if not scene.is_word(end) or not scene.joined(end):
        return None
    norm = scene.norm(end)
    if (norm in word_set("function") and scene.clean(end) != "علي") or (
        norm not in word_set("bound_name") and scene.hit("report", end) is not None
    ):
        return None
    return end + 2 if scene.norm(end + 1) in word_set("bound_name") and scene.joined(end + 1) else end + 1


def _hyphenated(scene: Scene, index: int, parts: int) -> int | None:
    tokens = scene.tokens
    if not parts or tokens[index].clean != "-" or index + 1 >= len(tokens):
        return None
    tight = tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
    return index + 2 if tight and is_name_word(scene, index + 1, parts) else None


def binds(scene: Scene, index: int) -> bool:
    """Tell whether a token is a particle that belongs to the name part behind it."""
    token = scene.tokens[index] if index < len(scene.tokens) else None
    return token is not None and (token.norm in word_set("name_particle") or token.clean == "آل")


def is_name_word(scene: Scene, index: int, parts: int) -> bool:
    """Tell whether a token can be a part of a name that has ``parts`` parts before it."""
    token = scene.tokens[index]
    if token.clean == "على" or (token.clean == "علي" and scene.dotless and not _is_given(scene, index + 1)):
        return False
    given = scene.hit("given_name", index)
    if given is None and scene.established(index):
        return False
    if parts and scene.hit("title", index) is not None and _governs(scene, index + 1, given is not None):
        return False
    if given is not None and opens_clause(token.norm) and token.clean != given.form.text:
        return False
    if given is not None:
        return not (parts and (given.proclitics or _MARKS in token.text))
    if scene.hit("report", index) is not None or token.norm in word_set("function") or _MARKS in token.text:
        return False
    if index in scene.nisbas:
        nisba = scene.nisbas[index]
        return parts == 1 and nisba.article and not nisba.proclitics and scene.hit("given_name", index - 1) is not None
    if (token.norm.endswith("و") and is_common(token.norm + "ن")) or (
        parts and _is_verb(token.norm) and token.clean[0] != "آ"
    ):
        return False
    if scene.names_thing(index) or len(token.norm) < 2 or is_common(token.norm):
        return False
    return not _looks_inflected(token.norm, parts)


def _governs(scene: Scene, index: int, named: bool) -> bool:
    """Tell whether a title has its complement at a token (أمين السر, رئيس العراق) and so is no name."""
    norm = scene.norm(index)
    definite = norm.startswith("ال") and (not named or is_common(norm))
    return definite or index in scene.places


def _is_given(scene: Scene, index: int) -> bool:
    given = scene.hit("given_name", index)
    return given is not None and not given.proclitics and scene.joined(index)


def _is_verb(norm: str) -> bool:
    """Tell whether a word has the shape of a verb of form VIII or X (اكتمل, استدار)."""
    eighth = len(norm) == 5 and norm[0] == "ا" and norm[2] == "ت" and not set(norm[3:]) & set("اويه")
    return eighth or (norm.startswith("است") and len(norm) > 5 and norm[3] not in "يوا")


def _looks_inflected(norm: str, parts: int) -> bool:
    """Tell whether an unknown word bears the signs of a verb, a pronoun or a clitic rather than of a name."""
    if (norm.startswith(("لل", "وال", "بال", "فال")) and len(norm) > 4) or (norm.endswith("كم") and len(norm) > 4):
        return True
    if not parts or len(norm) < 4:
        return False
    if parts > 1 and norm.startswith("ت") and len(norm) < 6:
        return True
    if norm.startswith(("ي", "وي", "ست")) or (norm.startswith("و") and not norm.startswith(_FOREIGN_W)):
        return True
    if norm.endswith(("ها", "هم", "هما", "ته")) and len(norm) > 5:
        return True
    return norm.startswith("م") and norm.endswith(("ا", "ين")) and len(norm) > 5
