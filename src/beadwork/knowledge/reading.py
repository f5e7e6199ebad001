"""How easy a text is to read: school grade in English, ease in Spanish.

English: grade = 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid and others 1975).
Spanish: ease = 206.84 − 60 syllables a word − 1.02 words a sentence (Fernández Huerta 1959, as corrected by Law 2011);
70 and more is "somewhat easy" on his own scale, which he puts at school grade 6: our threshold in both languages.
"""

import re
import unicodedata

GRADE_AT_MOST = 6.0
EASE_AT_LEAST = 70.0

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?…]+[\"'”’»)]*(?:\s|$)|\n")

# English words whose letters mislead the rules below.
_KNOWN = {
    "area": 3, "areas": 3, "being": 2, "doing": 2, "going": 2, "seeing": 2, "trying": 2, "playing": 2, "idea": 3,
    "ideas": 3, "every": 2, "everyday": 3, "everything": 3, "family": 3, "families": 3, "people": 2, "something": 2,
    "sometimes": 2, "someone": 2, "somewhere": 2, "quiet": 2, "science": 2, "lion": 2, "create": 2, "really": 2,
    "evening": 2, "business": 2, "favorite": 3, "favourite": 3, "different": 2, "several": 2, "interest": 2,
    "vegetable": 4, "vegetables": 4, "chocolate": 2, "clothes": 1, "breathe": 1, "safety": 2, "hopeful": 2,
    "homework": 2, "lively": 2, "lovely": 2, "closely": 2, "safely": 2, "gently": 2, "simply": 2, "movement": 2,
    "movements": 2, "careful": 2, "carefully": 3, "useful": 2, "therapist": 3, "towel": 2, "towels": 2, "poem": 2,
    "diaper": 3, "diapers": 3, "violet": 3, "oasis": 3, "video": 3, "radio": 3, "stereo": 3, "piano": 3, "museum": 3,
    "hula": 2, "noodle": 2, "diet": 2, "fluid": 2, "ruin": 2, "obvious": 3, "period": 3, "serious": 3, "curious": 3,
    "material": 4, "materials": 4, "cereal": 3, "medium": 3, "stadium": 4, "usually": 4, "actually": 4, "casual": 3,
    "visual": 3, "manual": 3, "once": 1, "twice": 1, "eye": 1, "eyes": 1, "knees": 1, "shoelace": 2, "shoelaces": 3,
}  # fmt: skip


def syllables_en(word: str) -> int:
    """Syllables of an English word: groups of vowels, less the silent ones. At least one."""
    word = word.lower().replace("’", "'").split("'")[0]
    if word in _KNOWN:
        return _KNOWN[word]
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = _silent_endings(word)
    apart = len(re.findall(r"(?:[^aeiou]|^)(?:ia|io(?!us|n)|eo(?!n$)|ua(?=te|l)|ui(?=ty))(?!r)", word[1:]))
    return max(1, groups - silent + apart)


def _silent_endings(word: str) -> int:
    """Vowels at the end that are written and not said: a last e, most -es and -ed."""
    if re.search(r"[^aeiouy]les?$|[aeiouy]{2}$", word) and not word.endswith("ue"):
        return 0
    if re.search(r"[^aeiouytd]ed$|(?:[^aeiouscxzgh]|[^cs]h)es$", word) and not re.search(
        r"[bcdfgkpstz]led$", word
    ):
        return 1
    return int(bool(re.search(r"[^aeiou]e$|[gq]ue$", word)))


_STRONG, _WEAK = "aeo", "iu"


def syllables_es(word: str) -> int:
    """Syllables of a Spanish word: its vowels; two are one unless both are strong or the weak one has an accent."""
    word = re.sub(r"qu(?=[eiéí])", "q", word.lower())
    word = re.sub(r"gu(?=[eiéí])", "g", word)
    word = re.sub(r"y$|y(?=[^aeiouáéíóúü])", "i", word)
    count, before = 0, ""
    for letter in word:
        vowel = _plain_vowel(letter)
        if vowel and not (before and _together(before, letter)):
            count += 1
        before = letter if vowel else ""
    return max(1, count)


def _together(first: str, second: str) -> bool:
    """Whether two vowels that meet make one syllable."""
    if {first, second} & {"í", "ú"}:
        return False
    return _plain_vowel(first) in _WEAK or _plain_vowel(second) in _WEAK


def _plain_vowel(letter: str) -> str:
    """The vowel without its accent; empty for a consonant."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base in _STRONG + _WEAK else ""


def words_of(text: str) -> list[str]:
    """The words of a text; numbers and signs are none."""
    return _WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text that hold words; a line break ends one too."""
    return [part for part in _END.split(text) if part and words_of(part)]


def grade_en(text: str) -> float:
    """The school grade of an English text. Steady from about a hundred words on; rough below."""
    words, sentences = words_of(text), sentences_of(text)
    per_word = sum(map(syllables_en, words)) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * per_word - 15.59


def ease_es(text: str) -> float:
    """The ease of a Spanish text, 0 (hard) to 100 (easy). Steady from about a hundred words on; rough below."""
    words, sentences = words_of(text), sentences_of(text)
    per_word = sum(map(syllables_es, words)) / len(words)
    return 206.84 - 60 * per_word - 1.02 * len(words) / len(sentences)
