"""How hard a text for patients is to read: school grade in English, ease in Spanish.

English is measured by the Flesch-Kincaid grade (Kincaid and colleagues 1975): 0.39 × words
per sentence + 11.8 × syllables per word − 15.59. Spanish is measured on the INFLESZ scale
(Barrio Cantalejo 2008, formula of Szigriszt Pazos 1993): 206.835 − 62.3 × syllables per word
− words per sentence; 55 and more is normal for adults, 65 and more fairly easy.

Names of drugs and diseases cannot be replaced by shorter words. They count as words of a
sentence, but their syllables are left out of the mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from desktop.domain.terms import treatments

if TYPE_CHECKING:
    from collections.abc import Callable

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”)]*\s+")
_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")  # noqa: RUF001 - typographic marks in texts
_NAMES = frozenset(
    [
        "acvr1",
        "acetazolamida",
        "acetazolamide",
        "aluminio",
        "burosumab",
        "calciphylaxis",
        "calcifilaxis",
        "cinacalcet",
        "dermatomyositis",
        "fop",
        "garetosmab",
        "glucocorticoid",
        "glucocorticoide",
        "levothyroxine",
        "levotiroxina",
        "mycophenolate",
        "micofenolato",
        "cyclosporine",
        "ciclosporina",
        "palovarotene",
        "palovaroteno",
        "pth",
        "crp",
        "fgf23",
        "pseudohypoparathyroidism",
        "pseudohipoparatiroidismo",
        "hypoparathyroidism",
        "hipoparatiroidismo",
        "sarcoidosis",
        "sevelamer",
        "sevelámero",
        "lantano",
        "teriparatida",
        "denosumab",
        "tacrolimus",
        "thiosulfate",
        "tiosulfato",
        "warfarina",
        "warfarin",
        "probenecid",
        "probenecida",
        "metotrexato",
        "methotrexate",
        "gnas",
        "samd9",
        "galnt3",
        "kl",
        "anakinra",
        "canakinumab",
        "rasburicasa",
        "rasburicase",
        "diltiazem",
        "indometacina",
        "indomethacin",
        "ciprofloxacina",
        "ciprofloxacin",
        "bisfosfonato",
        "bisphosphonate",
        "nicotinamida",
        "nicotinamide",
        "topiramato",
        "topiramate",
        "prednisona",
        "prednisone",
        "calcitonina",
        "calcitonin",
        "ibuprofeno",
        "ibuprofen",
    ]
)
_EXCEPTIONS = {
    **dict.fromkeys(("being", "doing", "going", "seeing", "fluid", "ruin", "science"), 2),
    **dict.fromkeys(("diet", "quiet", "create", "every", "different", "several", "evening"), 2),
    **dict.fromkeys(("someone", "something", "sometimes", "somewhere", "therefore"), 2),
    **dict.fromkeys(("people", "trouble", "x-ray", "x-rays", "fourscore", "likely", "safely"), 2),
    **dict.fromkeys(("area", "areas", "idea", "created", "radio", "video", "medium"), 3),
    "dietitian": 4,
    "dietitians": 4,
}
_SILENT_ENDINGS = re.compile(r"(?:[^laeiouy]es|[^tdaeiouy]ed|[^aeiouy]e)$")
_SPOKEN_ES = re.compile(r"(?:[sxz]|ch|sh|[cg])es$")
_SPOKEN_LE = re.compile(r"[^aeiouy]le[sd]?$")
_HIATUS = re.compile(r"i[aou](?!u)|eo(?!u)|u[aeo](?=[^aeiouy])")
_SINGLE = re.compile(r"[cstgx]i(?:[ao]|u(?!m))|qu[aeio]|gu[aei]|[aeo]u[aeo]|people")
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúüy]+")
_STRONG = "aeoáéíóúy"


@dataclass(frozen=True, slots=True)
class Counts:
    """What both formulas rest on."""

    sentences: int
    words: int
    syllables_per_word: float

    @property
    def words_per_sentence(self) -> float:
        """Mean length of a sentence in words."""
        return self.words / self.sentences


def reading_grade(text: str) -> float:
    """The school grade (USA) for which an English text is written; 0 for a text without words.

    For a passage, not a phrase: a single short sentence may give a grade below 0.
    """
    counts = _counts(text, syllables)
    if counts is None:
        return 0.0
    return 0.39 * counts.words_per_sentence + 11.8 * counts.syllables_per_word - 15.59


def inflesz(text: str) -> float:
    """The ease of a Spanish text, about 0 to 100; 100 for a text without words."""
    counts = _counts(text, spanish_syllables)
    if counts is None:
        return 100.0
    return 206.835 - 62.3 * counts.syllables_per_word - counts.words_per_sentence


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def sentence_count(text: str) -> int:
    """How many sentences a text has; a colon or semicolon ends none."""
    return sum(1 for part in _SENTENCE_END.split(text.strip()) if _WORD.search(part))


def syllables(word: str) -> int:
    """Syllables of an English word, by spelling; a number counts one for each digit.

    Vowel groups count, silent endings are left out, vowels that are spoken apart are added.
    Right for about nineteen words in twenty of plain text; a short list holds exceptions.
    """
    plain = word.casefold().replace("’", "'").replace("‑", "-")  # noqa: RUF001
    if plain in _EXCEPTIONS:
        return _EXCEPTIONS[plain]
    if plain.isdigit():
        return len(plain)
    parts = re.split(r"[-']", plain) if "-" in plain else [plain.replace("'", "")]
    return sum(_spoken(part) for part in parts if part)


def _spoken(word: str) -> int:
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    count = len(re.findall(r"[aeiouy]+", word))
    if _SILENT_ENDINGS.search(word) and not (_SPOKEN_LE.search(word) or _SPOKEN_ES.search(word)):
        count -= 1
    single = {match.start() + 1 for match in _SINGLE.finditer(word)}
    count += sum(match.start() not in single for match in _HIATUS.finditer(word))
    return max(count, 1)


def spanish_syllables(word: str) -> int:
    """Syllables of a Spanish word by the rules of diphthong and hiatus of its spelling."""
    plain = word.casefold()
    if plain.isdigit():
        return len(plain)
    plain = re.sub(r"qu|gu(?=[eiéí])", "k", plain)
    plain = re.sub(r"y(?=[aeiouáéíóú])", "j", plain)
    return max(sum(_nuclei(group) for group in _SPANISH_VOWELS.findall(plain)), 1)


def _nuclei(group: str) -> int:
    """Syllables in one run of vowels: each strong or accented vowel carries one."""
    strong = sum(letter in _STRONG for letter in group)
    # A final y is weak; a run of weak vowels alone makes one syllable.
    strong -= group.endswith("y") and len(group) > 1
    return max(strong, 1)


def _counts(text: str, count: Callable[[str], int]) -> Counts | None:
    words = _WORD.findall(text)
    told = [word for word in words if not _is_name(word)]
    sentences = sentence_count(text)
    if not told or not sentences:
        return None
    mean = sum(map(count, told)) / len(told)
    return Counts(sentences, len(words), mean)


def _is_name(word: str) -> bool:
    return word.casefold() in _names()


@cache
def _names() -> frozenset[str]:
    drugs: Final = {name.casefold() for term in treatments().values() for name in term.names}
    return _NAMES | {name for name in drugs if name.isalpha()} - _PLAIN


_PLAIN = frozenset(
    (
        *("antibiotics", "chemotherapy", "splint", "statin", "observation", "magnesium"),
        *("antibióticos", "quimioterapia", "estatina", "magnesio"),
    )
)
