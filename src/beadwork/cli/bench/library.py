"""`beadwork bench library`: what it costs to find an activity among many.

The activities that came are repeated with other names until there are 5,000; a thousand questions, of one word and of
several, with and without filters, in both languages, some only begun and some that find nothing.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from statistics import median, quantiles
from time import process_time
from typing import Any

from beadwork.cli.say import say
from beadwork.knowledge import Text, item, items
from beadwork.library.search import Index
from beadwork.library.words import tokens

AT_MOST_MS = 50
QUESTIONS = 1000
LEAST = 20  # fewer questions have no 95th percentile


def run(arguments: list[str]) -> int:
    """Say the figures; 1 where the 95th percentile is above what is allowed."""
    parser = argparse.ArgumentParser(prog="beadwork bench library", description=__doc__)
    parser.add_argument("--activities", type=int, default=5000)
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    options = parser.parse_args(arguments)
    begun = process_time()
    index = Index(list(_many(options.activities)), item)
    say(
        f"{len(index.activities)} activities; the index took {process_time() - begun:.1f} s of processor, once."
    )
    took = [_ms(index, *asked) for asked in _questions(index, max(options.questions, LEAST))]
    tail = quantiles(took, n=20)[-1]
    say(
        f"{len(took)} questions, ms of processor: median {median(took):.1f}, 95 % in {tail:.1f}, most {max(took):.1f}."
    )
    say(f"At most {AT_MOST_MS} are allowed for 95 %.")
    return int(tail > AT_MOST_MS)


def _many(count: int) -> Iterator[Any]:
    came = items("activity")
    for number in range(count):
        one = came[number % len(came)]
        name = Text(f"{one.name.en} {number}", f"{one.name.es} {number}")
        yield replace(one, slug=f"{one.slug}-{number}", name=name)


def _questions(index: Index, count: int) -> Iterator[tuple[str, dict[str, str]]]:
    chance = random.Random(7)  # noqa: S311
    for _ in range(count):
        one = chance.choice(index.activities)
        words = tokens(" ".join((*chance.choice((one.name, one.purpose, one.home.do[0])),)))
        typed = [word[: chance.randint(1, len(word))] for word in chance.sample(words, min(len(words), 3))]
        chosen = {"age": one.ages[0], "setting": one.settings[0]} if chance.random() < 0.5 else {}
        yield " ".join(typed[: chance.randint(0, 3)]), chosen


def _ms(index: Index, question: str, chosen: dict[str, str]) -> float:
    begun = process_time()
    index.find(question, chosen)
    return (process_time() - begun) * 1000
