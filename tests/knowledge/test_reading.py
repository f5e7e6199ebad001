"""Syllables and reading levels: against counts by hand and texts of known level."""

import pytest

from beadwork.knowledge.reading import (
    EASE_AT_LEAST,
    GRADE_AT_MOST,
    ease_es,
    grade_en,
    sentences_of,
    syllables_en,
    syllables_es,
)

pytestmark = pytest.mark.once

ENGLISH = {
    1: "sock a the shoe knees bowl pulled walked jumps clothes hands bite games makes reach through once eye",
    2: "table little needed wanted apple faces pushes finger toddler towel open music bubble paper yoghurt",
    3: "animal family banana holiday another remember favourite together area video piano",
    4: "activity caterpillar information material",
    5: "university opportunity",
}
SPANISH = {
    1: "sol pan y pies bien dos muy que seis rey",
    2: "niño agua juego guante cuerpo baño aire ciudad causa jueves quiere",
    3: "zapato pelota camisa familia oído países paseo tijeras línea guitarra",
    4: "calcetines actividad calendario",
    5: "lavandería refrigerador alimentación",
}


@pytest.mark.parametrize(
    ("count", "word"), [(n, word) for n, all_ in ENGLISH.items() for word in all_.split()]
)
def test_english_syllables(count, word):
    assert syllables_en(word) == count


@pytest.mark.parametrize(
    ("count", "word"), [(n, word) for n, all_ in SPANISH.items() for word in all_.split()]
)
def test_spanish_syllables(count, word):
    assert syllables_es(word) == count


def test_the_formulas_are_those_of_their_authors():
    assert grade_en("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert ease_es("El sol sale.") == pytest.approx(206.84 - 60 * 4 / 3 - 1.02 * 3)


def test_plain_words_pass_and_a_form_does_not():
    plain = "Sit on the floor. Put the sock on as far as the heel. Your child pulls it up. Then do the other foot."
    form = "Implementation of compensatory strategies facilitates participation in appropriate occupations."
    assert grade_en(plain) <= GRADE_AT_MOST < grade_en(form)
    sencillo = (
        "Siéntense en el piso. Ponga el calcetín hasta el talón. Su niño lo sube. Luego hagan el otro pie."
    )
    formal = "La implementación de estrategias compensatorias favorece la participación en ocupaciones significativas."
    assert ease_es(sencillo) >= EASE_AT_LEAST > ease_es(formal)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("One line\nand another", 2),
        ("«¡Listo!» «¿Qué sigue?»", 2),
        ("…", 0),
        ("Two lines\n\nwith a gap", 2),
    ],
)
def test_sentences_end_where_readers_stop(text, count):
    assert len(sentences_of(text)) == count
