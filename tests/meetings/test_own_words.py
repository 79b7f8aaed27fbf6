"""What was written before and after a meeting goes along with its writer, and with nobody else."""

from __future__ import annotations

from datetime import timedelta

from herning_pwa.meetings.commands import reply_to_summary
from herning_pwa.meetings.queries.own_words import own_words
from tests.meetings.acts import NOW, end_membership, prepare, sum_up

UNSPOKEN, TEXT, COMMENT = "Ikke om arbejdet", "Vi ses om seks uger.", "Mandag passer bedre."


def texts(db, who) -> list[str]:
    return [text for word in own_words(db, who) for _name, text in word.parts]


def test_each_takes_along_their_own(db, cast, meeting, november):
    prepare(db, cast.mette, meeting, going_well="Ro om aftenen", unspoken=UNSPOKEN)
    november.move_to(NOW + timedelta(days=5))
    sent = sum_up(db, cast.sanne, meeting, TEXT)
    reply_to_summary(db, cast.mette, summary_id=sent.id, says="commented", words=COMMENT)
    assert {"Ro om aftenen", UNSPOKEN, COMMENT} <= set(texts(db, cast.mette))
    assert TEXT in texts(db, cast.sanne)
    assert not {UNSPOKEN, COMMENT} & set(texts(db, cast.sanne))
    assert TEXT not in texts(db, cast.mette)


def test_it_stays_hers_when_she_has_left(db, cast, meeting):
    prepare(db, cast.mette, meeting, unspoken=UNSPOKEN)
    end_membership(db, cast.mette)
    [word] = own_words(db, cast.mette)
    assert (word.about, word.parts[0][1]) == ("et møde", UNSPOKEN)
