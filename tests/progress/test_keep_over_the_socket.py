"""What Freja sends to Sanne alone, seen from the wire: nobody else's socket gets a byte of it,
nor so much as a sign that something happened."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import create_engine, text

from herning_pwa import routes
from tests.outbox import write
from tests.server import Server
from tests.sockets import Tab, tab
from tests.walls.test_gate import cookie_of

CANARY = "kanariefugl"
METTE, FREJA = "mette@familie.example", "freja@familie.example"
OTHERS = ["mette@familie", "anders@familie", "inger@familie", "peter@kommune"]


def the_goal(server: Server) -> str:
    """The goal Freja speaks about in the demo."""
    engine = create_engine(server.database_url)
    with engine.connect() as db:
        kept = "SELECT goal_id FROM progress_entry WHERE kept_for = 'responsible' LIMIT 1"
        found = db.execute(text(kept)).scalar_one()
    engine.dispose()
    return str(found)


def opened(server: Server, who: str, path: str, goal_id: str) -> Tab:
    page = Tab(server.url, cookie=cookie_of(server, f"{who}.example")).connect()
    page.open(path, {"goal_id": goal_id} if path == routes.GOAL else None)
    page.settle()
    return page


def said(goal_id: str, **more: str) -> dict[str, str]:
    return {"goal_id": goal_id, "client_key": str(uuid4()), "note": CANARY, **more}


def confide(server: Server, fields: dict[str, str], kind: str = "progress.confided") -> None:
    answer = write(server, FREJA, cookie_of(server, FREJA), kind, fields)
    assert answer["status"] == "applied"


def test_only_sannes_open_page_learns_of_it(server: Server) -> None:
    goal_id = the_goal(server)
    watching = {who: opened(server, who, routes.GOAL, goal_id) for who in OTHERS}
    sanne = opened(server, "sanne@kommune", routes.GOAL, goal_id)
    confide(server, said(goal_id, kept_for="responsible"), "progress")
    confide(server, said(goal_id))
    confide(server, said(goal_id, kept_for="all"))  # this way leads to Sanne alone
    sanne.hear(CANARY)
    for who, page in watching.items():
        assert page.settle() == "", f"{who} was told that something happened"
        page.close()
    sanne.close()


def test_no_page_of_anybody_else_has_it(server: Server) -> None:
    goal_id = the_goal(server)
    confide(server, said(goal_id))
    with tab(server.url, cookie=cookie_of(server, FREJA)) as freja:
        assert CANARY in freja.open(routes.GOAL, {"goal_id": goal_id})
    for who in OTHERS:
        page = opened(server, who, routes.HOME, goal_id)
        for path in (routes.GOALS, routes.WRITE, routes.CIRCLE, routes.DESK):
            page.open(path)
        page.open(routes.GOAL, {"goal_id": goal_id})
        assert "Tre dage i sidste uge" in page.heard(), "the goal itself is theirs to see"
        assert CANARY not in page.heard(), who
        assert "De skændes" not in page.heard(), who
        page.close()


def test_mette_cannot_send_it_nor_take_frejas(server: Server) -> None:
    fields = said(the_goal(server), kept_for="responsible")
    for kind in ("progress", "progress.confided"):
        answer = write(server, METTE, cookie_of(server, METTE), kind, fields)
        assert answer["status"] == "refused"
        assert "Vælg, hvem der kan se det" in answer["sentence"]
