"""What the ruler's numbers are called: the administrator's to say, for readings from then on."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, Invalid, NotFound
from herning_pwa.followup.commands import word_ruler
from herning_pwa.followup.queries.ruler_words import ruler_words_page
from tests.cast import Cast
from tests.followup.reading import ruler, set_by

OURS = {f"label_{n}": f"Vores ord {n}" for n in range(1, 6)}


def test_otto_puts_the_municipalitys_words_in_place(db: Session, cast: Cast) -> None:
    before = set_by(db, cast.sanne, cast.emil, "2")
    word_ruler(db, cast.otto, seen="0", fields=dict(OURS))
    set_by(db, cast.sanne, cast.emil, "3", seen=str(before.id))
    seen = ruler(db, cast.mette, cast, cast.emil)
    assert (seen.latest.word, seen.latest.concern) == ("3 – Vores ord 3", "nogen bekymring")
    assert seen.earlier[0].word == "2 – Trives for det meste"  # as it was said then


@pytest.mark.parametrize("who", ["mette", "sanne", "birgit", "frede", "inger", "karl"])
def test_for_everybody_else_the_page_is_not_there(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotFound):
        ruler_words_page(db, cast.people[who])
    with pytest.raises(NotFound):
        word_ruler(db, cast.people[who], seen="0", fields=dict(OURS))


def test_the_history_is_kept(db: Session, cast: Cast) -> None:
    word_ruler(db, cast.otto, seen="0", fields=dict(OURS))
    word_ruler(db, cast.otto, seen="1", fields={**OURS, "label_5": "Noget andet"})
    db.flush()
    page = ruler_words_page(db, cast.otto)
    assert [one.labels[-1] for one in page.versions] == ["5 – Noget andet", "5 – Vores ord 5"]
    assert [one.label for one in page.fields][-1] == "Noget andet"


def test_the_same_words_make_no_version(db: Session, cast: Cast) -> None:
    word_ruler(db, cast.otto, seen="0", fields=dict(OURS))
    assert word_ruler(db, cast.otto, seen="0", fields=dict(OURS)) is None


def test_two_at_once_do_not_write_past_each_other(db: Session, cast: Cast) -> None:
    word_ruler(db, cast.otto, seen="0", fields=dict(OURS))
    with pytest.raises(Conflict):
        word_ruler(db, cast.otto, seen="0", fields={**OURS, "label_1": "Andet"})


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"label_2": " "}, "label_2"),
        ({"label_2": None}, "label_2"),
        ({"label_3": "x" * 61}, "label_3"),
        ({"label_4": "vores ORD 1"}, "label_4"),
    ],
)
def test_five_different_words(
    db: Session, cast: Cast, other: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        word_ruler(db, cast.otto, seen="0", fields={**OURS, **other})
    assert set(refused.value.fields) == {field}
