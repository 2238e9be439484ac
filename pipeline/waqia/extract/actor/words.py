"""What can not be part of a name: closed word classes, and words that news uses as common words.

``common_words.tsv`` lists folded words counted at least 30 times in six million tokens of Arabic news (2010-2024,
five countries) less those that stand behind a given name in 5 % of their uses or are labelled as persons in public
NER corpora (ANERcorp, AQMAR, Wojood). Words that a clitic makes from a listed word are left out of the list and
found by :func:`is_common`.
"""

import csv
from functools import cache, lru_cache
from importlib.resources import files

_PROCLITICS = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال", "وب", "ول", "وس", "فل", "فب", "و", "ف", "ب", "ل", "ك", "س")
_ENCLITICS = ("هما", "ها", "هم", "نا", "ه")

PREPOSITIONS = frozenset(
    "في من عن الي علي مع بين لدي عند منذ خلال بعد قبل حول ضد نحو عبر بدون دون امام خلف تحت فوق حتي حسب وفق "
    "بحسب وفقا ازاء تجاه لصالح بسبب نتيجه رغم باتجاه حيال سوي".split()
)
CONJUNCTIONS = frozenset(
    "و ف ثم او ام بل لكن ان انه انها انهم لان لانه كي لكي كما كان كانت كانوا يكون تكون حيث حين عندما بينما اذا اذ "
    "لو لولا مما فيما ما ماذا من هل لا لم لن قد لقد سوف ليس ليست الا غير سواء اما".split()
)
PRONOUNS = frozenset(
    "هو هي هم هن انا نحن انت هذا هذه هذان هاتان هؤلاء هءلاء ذلك تلك اولئك اولءك هنا هناك الذي التي الذين اللذين "
    "اللتين اللذان اللتان اللواتي كل كلا اي ايه بعض جميع كافه احد احدي ايضا فقط كذلك".split()
)
FUNCTION = PREPOSITIONS | CONJUNCTIONS | PRONOUNS

_CLAUSE = frozenset(
    "ان انه انها انهم الذي التي الذين اللذين اللتين اللذان اللتان حيث عندما بينما لكن قد لقد لم لن لا ما كان كانت ثم "
    "وان وانه وانها بان بانه بانها فيما كما اذا اذ اثر عقب بعد قبل خلال منذ بسبب".split()
)

TEMPORAL = frozenset(
    "اليوم امس غدا الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الماضي الماضيه الحالي الحاليه المقبل المقبله "
    "القادم القادمه الجاري الجاريه المنصرم الان صباح مساء ظهر فجر مؤخرا موخرا الاسبوع الشهر العام الفاءت "
    "الاخير الاخيره التالي التاليه".split()
)

# Adjectives that institutions bear besides nisbas; folded, without ال.
_TITULAR = frozenset(
    "عام عامه اعلي عليا وطني وطنيه مركزي مركزيه متحد متحده مشترك مشتركه مسلح مسلحه موحد موحده مستقل مستقله عالي "
    "خاص خاصه كبري اكبر اول اولي ثاني ثانيه ثالث ثالثه دايم داءم داءمه مفتوح مفتوحه معاصر معاصره حديث حديثه جديد "
    "جديده حر حره اوسط متقدم متقدمه متخصص متخصصه احمر ابيض حاكم حاكمه معني معنيه مختص مختصه مكلف مكلفه قابض قابضه "
    "منظم منظمه مشغل مشغله محدود محدوده اسلامي عربي سريع سريعه دولي عالمي".split()
)
_NOT_ADJECTIVES = TEMPORAL | frozenset("التي الذي الثلاثي الاهالي النادي المباني الاراضي المساعي المحامي القاضي".split())


@cache
def common_words() -> frozenset[str]:
    """Return the folded words that news uses as common words."""
    with (files("waqia.extract.actor") / "common_words.tsv").open(encoding="utf-8") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(reader)
        return frozenset(row[0] for row in reader if row)


@lru_cache(maxsize=65536)
def is_common(norm: str) -> bool:
    """Tell whether a folded token is a function word or common word, also with clitics.

    >>> is_common("المتحدث"), is_common("الصحاف")  # "the spokesman", a surname
    (True, False)
    """
    words = common_words()
    if norm in words or norm in FUNCTION or norm in TEMPORAL:
        return True
    for proclitic in _PROCLITICS:
        if norm.startswith(proclitic) and len(norm) - len(proclitic) >= 3:
            rest = norm[len(proclitic) :]
            if rest in words or rest in FUNCTION or _without_enclitic(rest, words):
                return True
    return _without_enclitic(norm, words)


def _without_enclitic(word: str, words: frozenset[str]) -> bool:
    for enclitic in _ENCLITICS:
        if word.endswith(enclitic) and len(word) - len(enclitic) >= 3:
            stem = word[: -len(enclitic)]
            if stem in words or "ال" + stem in words or (stem.endswith("ت") and (stem[:-1] + "ه" in words or f"ال{stem[:-1]}ه" in words)):
                return True
    return False


def opens_clause(norm: str) -> bool:
    """Tell whether a token begins a clause, behind which no title reaches its name."""
    return norm in _CLAUSE


@lru_cache(maxsize=16384)
def is_titular_adjective(norm: str) -> bool:
    """Tell whether a folded token with ال can be an adjective in an institution's name (nisba or listed).

    >>> is_titular_adjective("العراقيه"), is_titular_adjective("الماضي")  # "Iraqi", "last"
    (True, False)
    """
    if not norm.startswith("ال") or len(norm) < 5 or norm in _NOT_ADJECTIVES:
        return False
    stem = norm[2:]
    return stem in _TITULAR or stem.endswith(("يه", "ي")) or stem.endswith("يين")
