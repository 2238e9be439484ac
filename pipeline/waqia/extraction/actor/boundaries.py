"""How far an institution's name reaches behind its first noun: coordination, adjectives, purpose."""

from waqia.extraction.actor.names import read_name
from waqia.extraction.actor.scene import Scene
from waqia.extraction.actor.words import is_titular_adjective, word_set


def coordinated(scene: Scene, index: int) -> bool:
    """Tell whether و + noun continues a name (وزارة التربية والتعليم), not a second institution or actor."""
    norm = scene.norm(index)
    if not scene.is_word(index) or not scene.joined(index):
        return False
    if (
        not norm.startswith("وال")
        or len(norm) < 6
        or norm[1:] in word_set("temporal")
        or norm[1:] in word_set("function")
    ):
        return False
    return not scene.names_thing(index) and index not in scene.nisbas and scene.hit("group_head", index) is None


def adjectives_end(scene: Scene, index: int) -> int:
    """Return where the adjectives with ال that begin at a token end."""
    while scene.is_word(index) and scene.joined(index) and is_titular_adjective(scene.norm(index)):
        place = scene.places.get(index)
        national = place is None or (place.last == index + 1 and scene.norm(index).endswith("يه"))
        if not national or scene.hit("group_head", index) is not None:
            break
        if scene.norm(index) in ("الخاصه", "الخاص") and scene.norm(index + 1) in ("به", "بها", "بهم", "بهما", "بنا"):
            break
        if (
            scene.hit("title", index) is not None
            and index not in scene.nisbas
            and scene.norm(index)[2:] not in word_set("formal")
        ):
            break
        index += 1
    if scene.norm(index) == "غير" and is_titular_adjective(scene.norm(index + 1)):
        index += 2
    return index


def purpose_end(scene: Scene, index: int) -> int:
    """Step over للطيران المدني, لحقوق الإنسان, لكرة القدم behind an institution."""
    norm = scene.norm(index)
    if not scene.is_word(index) or not scene.joined(index) or len(norm) < 4 or scene.names_thing(index):
        return index
    if scene.hit("group_head", index) is not None or index in scene.nisbas or norm[1:] in word_set("function"):
        return index
    if norm.startswith("لل"):
        end = index + 1
    elif norm in word_set("purposes") and scene.is_word(index + 1):
        end = index + 2
    else:
        return index
    if scene.hit("title", end - 1) is not None:
        name = read_name(scene, end)
        end = name.last if name is not None else end
    while coordinated(scene, end):
        end += 1
    if scene.norm(end).startswith("و") and "ل" + scene.norm(end)[1:] in word_set("purposes"):
        end += 2 if scene.norm(end + 1).startswith("ال") and scene.joined(end + 1) else 0
    return adjectives_end(scene, end)
