"""Which lexicon hits are used as reporting words here, and what their form says about their subject.

Most reporting verbs are also something else once short vowels are gone (ذكر male, أمر matter, بين between), so a hit
is a cue only where its neighbours allow a verb; whether it reports anything is decided by its complement.

In ``reporting.tsv`` the class of such a verb ends in ``?``: a bare hit says nothing, only one with a complement (أن,
a colon, quotation marks, a preposition of its frame) does. In ``attribution.tsv`` the ``?`` marks a phrase that only
names an occasion (في تصريح "in a statement") and attributes nothing by itself.
"""

from dataclasses import dataclass
from typing import Literal

from waqia.extraction.quote.context import Context
from waqia.extraction.quote.words import frame, is_word, word_class
from waqia.lexicon.match import Hit
from waqia.text.tokens import Token

Shape = Literal["finite", "participle", "masdar", "phrase"]
Gender = Literal["m", "f", "p"] | None

_NOUN_BEFORE = frozenset(("هذا", "هذه", "ذلك", "تلك", "كل", "اي", "بعض", "غير", "يا", "لدي"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word at tokens ``[first, last)``; raw ``[start, end)`` without clitics.

    ``shape``: finite verb, circumstantial participle (مضيفا "adding"), masdar with a pronoun (قوله "his saying") or
    phrase (بحسب "according to"). ``homograph``: also another word, so it needs a plain complement. ``gender``: what
    the form says of its subject: m, f, p (masculine plural). ``linked``: و or ف stands before it. ``relative``: ما,
    كما, حسبما stands before it, so it reports the clause beside it (كما قال). ``impersonal``: يذكر أن "it is worth
    mentioning". ``pronoun``: an enclitic is attached. ``present``: a present tense.
    """

    first: int
    last: int
    start: int
    end: int
    lemma: str
    cls: str
    rule: str
    shape: Shape
    homograph: bool
    gender: Gender
    linked: bool
    relative: bool
    impersonal: bool
    pronoun: bool
    present: bool = False

    @property
    def takes(self) -> frozenset[str]:
        """Return how the cue takes its content besides أن: folded prepositions, ``object``."""
        return frame(self.lemma)


def find_cues(context: Context) -> list[Cue]:
    """Return the reporting words of an article in text order, at most one a token."""
    cues: list[Cue] = []
    hits = [*context.analysis.of("report"), *context.analysis.of("attribution")]
    hits.sort(key=lambda hit: (hit.first, -hit.last, hit.category))
    for hit in hits:
        if cues and hit.first < cues[-1].last:
            continue
        actor = context.actor_at(hit.first)
        if actor is not None and actor.mention.span.start <= hit.start < actor.mention.span.end:
            continue
        cue = _phrase(hit) if hit.category == "attribution" else _report(context, hit)
        if cue is not None:
            cues.append(cue)
    return cues


def _phrase(hit: Hit) -> Cue | None:
    if hit.entry.values["class"].endswith("?") or hit.proclitics.strip("وف"):
        return None
    if hit.proclitics == "ف" and hit.entry.key == "حسب":
        return None  # فحسب "only"
    linked = hit.proclitics[:1] in ("و", "ف")
    return Cue(hit.first, hit.last, hit.start, hit.end, hit.entry.key, "attribute", hit.entry.rule, "phrase",
               False, None, linked, False, False, False)  # fmt: skip


def _report(context: Context, hit: Hit) -> Cue | None:
    tokens = context.tokens
    before = tokens[hit.first - 1] if hit.first else None
    shape: Shape = "masdar" if hit.form.column == "masdar" else "finite"
    if hit.form.column == "participle":
        shape = "participle"
    if shape == "finite" and not _may_be_verb(context, hit, before):
        return None
    if shape == "masdar" and not hit.enclitic:
        return None
    if shape == "participle" and hit.proclitics.strip("وف"):
        return None
    gender = _gender(hit, shape)
    if shape == "finite" and gender is None and hit.entry.values["class"].endswith("?"):
        return None  # ردا "in reply" looks like a dual
    relative = before is not None and (is_word(before.norm, "relative") or is_word(before.norm, "free_relative"))
    cls = hit.entry.values["class"]
    return Cue(
        first=hit.first,
        last=hit.last,
        start=hit.start,
        end=hit.end,
        lemma=hit.entry.key,
        cls=cls.rstrip("?"),
        rule=hit.entry.rule,
        shape=shape,
        homograph=cls.endswith("?"),
        gender=gender,
        linked=hit.proclitics[:1] in ("و", "ف"),
        relative=relative and shape == "finite",
        impersonal=hit.form.text in word_class("impersonal") and not hit.enclitic,
        pronoun=bool(hit.enclitic),
        present=hit.form.column == "present",
    )


def _may_be_verb(context: Context, hit: Hit, before: Token | None) -> bool:
    """Say whether the words around allow a finite verb that reports something said, not something to be said."""
    if hit.article or (hit.entry.key == "بين" and hit.enclitic) or "س" in hit.proclitics:
        return False
    if hit.form.column == "past" and hit.proclitics.strip("وف"):
        return False
    if _first_person(hit):
        return False
    if before is None or context.actor_at(hit.first - 1) is not None:
        return True
    if context.tokens[hit.first].norm in ("عبر", "بين") and not (before.kind == "punct" or _opens(before.norm)):
        return False
    if is_word(before.norm, "free_relative") and not _in_phrase(context, hit.first - 1):
        return False
    if is_word(before.norm, "negation") or before.norm in _NOUN_BEFORE or before.norm in ("سوف", "فلم", "ولم"):
        return False
    if hit.form.column == "present" and is_word(before.norm, "complementizer"):
        return False
    return before.clean == "علي" or not is_word(before.norm, "preposition")


def _first_person(hit: Hit) -> bool:
    """Say whether a form is first person plural (نقول), whose speaker is outside the text or in a quotation."""
    if hit.form.column == "present":
        return hit.form.text.startswith("ن")
    stems = hit.entry.values["past"].replace("=", "").split("|")
    return hit.form.text.endswith("نا") and hit.form.text not in stems


def _opens(norm: str) -> bool:
    return is_word(norm, "relative") or is_word(norm, "auxiliary") or norm in ("فيما", "حيث", "بينما", "وفيما")


def _in_phrase(context: Context, index: int) -> bool:
    """Say whether ما at a token belongs to an attribution (وفق ما أعلن, وفقا لما قاله)."""
    if (index and context.tokens[index].norm == "ما") or context.tokens[index].norm == "لما":
        return any(hit.last == index for hit in context.analysis.of("attribution"))
    return False


def _gender(hit: Hit, shape: Shape) -> Gender:
    text = hit.form.text
    if shape == "participle":
        return "m" if text.endswith("ا") else "f" if text.endswith("ة") else "p"
    if shape == "masdar":
        return {"ه": "m", "ها": "f", "هم": "p"}.get(hit.enclitic)  # type: ignore[return-value]
    if hit.form.column == "present":
        if text.endswith(("ون", "وا")):
            return "p"
        return "f" if text.startswith("ت") else "m" if text.startswith("ي") else None
    stems = hit.entry.values["past"].replace("=", "").split("|")
    if text in stems:
        return "m"
    return "f" if text.endswith(("ت", "تا")) else "p" if text.endswith("وا") else None
