"""An activity as a therapist adds it, and days."""

from datetime import timedelta

OWN = {
    "name": {"en": "Cardboard lift", "es": "Ascensor de cartón"},
    "purpose": {"en": "Pulls a string to lift a toy.", "es": "Jala una cuerda y sube un juguete."},
    "areas": ["fine-motor"],
    "ages": ["preschool"],
    "skills": ["two-hands"],
    "minutes": [5, 10],
    "occasions": ["work"],
    "energy": "steadies",
    "settings": ["clinic", "home"],
    "groupings": ["alone"],
    "materials": ["towel"],
    "hazards": ["strangling"],
    "do": [{"en": "Hang the box on the string.", "es": "Cuelgue la caja de la cuerda."}],
    "safety": [{"en": "Stay within reach of the string.", "es": "Quédese cerca de la cuerda."}],
}  # fmt: skip


def in_a_year(world):
    return world.today + timedelta(days=365)
