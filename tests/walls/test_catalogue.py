"""The Danish catalogue is whole: nothing missing, fuzzy or stale, and easy to read."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from herning_pwa import i18n

SOURCE = Path(i18n.__file__).parent
LONGEST_SENTENCE = 20  # words; product rules, section 12
HARDEST_TEXT = 30  # LIX
LONG_WORD = 7  # letters
NEVER_SAID = {
    r"handleplan": "the plans of the law are barnets plan and ungeplan",
    r"fejl opstod|opstod en fejl": "say what to do",
    r"ugyldig": "say what would be right",
    r"fagfolk": "fagpersoner",
    r"kode-app": "godkendelsesapp",
    r"session": "say that one is logged in or off",
    r"log(ge[rt]?|gede)? ud": "log af",
    r"log(ge[rt]?|gede)? på": "log ind",
    r"for altid": "fast: nobody is somebody's social worker for ever",
    r"tag(e|er|et)?( \w+)? tilbage|tog( \w+)? tilbage": "trække tilbage",
    r"”\w": "“ opens, ” closes",
}


def danish() -> Catalog:
    with i18n.CATALOGUE.open("rb") as file:
        return read_po(file, locale=i18n.LANGUAGE)


def in_the_code() -> set[str]:
    found = extract_from_dir(SOURCE, method_map=[("**.py", "python")])
    return {_first(message) for _file, _line, message, _comments, _context in found}


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def translations() -> list[Message]:
    return [message for message in danish() if message.id]


def _strings(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, list | tuple) else [message.string]


def test_every_sentence_in_the_code_has_its_danish() -> None:
    known = {_first(message.id) for message in translations() if all(_strings(message))}
    assert in_the_code() - known == set()


def test_nothing_in_the_catalogue_is_left_over() -> None:
    assert {_first(message.id) for message in translations()} - in_the_code() == set()
    assert not danish().obsolete


def test_nothing_is_fuzzy() -> None:
    assert [message.id for message in translations() if message.fuzzy] == []


def _holes(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def test_every_translation_keeps_the_holes() -> None:
    for message in translations():
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        for original, string in zip(ids, _strings(message), strict=True):
            assert _holes(string) == _holes(original), message.id


def test_no_sentence_loses_its_full_stop() -> None:
    for message in translations():
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        for original, string in zip(ids, _strings(message), strict=True):
            if original.endswith((".", "?", "!")):
                assert string.endswith((".", "?", "!")), original


@pytest.mark.parametrize("words", NEVER_SAID)
def test_words_we_never_use(words: str) -> None:
    """One word per thing: docs/GLOSSARY.md."""
    unwanted = re.compile(rf"(?<!\w)({words})", re.IGNORECASE)
    said = [s for message in translations() for s in _strings(message) if unwanted.search(s)]
    assert said == [], NEVER_SAID[words]


def _sentences(text: str) -> list[list[str]]:
    plain = re.sub(r"\{\w+\}", "navn", text).replace("kl.", "klokken")
    return [re.findall(r"[\w-]+", part) for part in re.split(r"[.!?:\n]+", plain) if part.strip()]


def test_no_sentence_is_long() -> None:
    long = [
        " ".join(words)
        for message in translations()
        for string in _strings(message)
        for words in _sentences(string)
        if len(words) > LONGEST_SENTENCE
    ]
    assert long == []


def test_the_whole_reads_easily() -> None:
    """LIX: words per sentence, plus the share of words with more than six letters."""
    sentences = [
        words
        for message in translations()
        for string in _strings(message)
        for words in _sentences(string)
        if len(words) > 3  # labels and buttons are not sentences
    ]
    words = [word for sentence in sentences for word in sentence]
    long = sum(len(word) >= LONG_WORD for word in words)
    assert len(words) / len(sentences) + 100 * long / len(words) <= HARDEST_TEXT
