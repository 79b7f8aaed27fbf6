"""The ``herning`` command."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click

from herning_pwa.circles.commands.opening import NewChild
from herning_pwa.circles.commands.opening import open_circle as open_it
from herning_pwa.config import settings
from herning_pwa.db import engine, reading, transaction
from herning_pwa.errors import DomainError
from herning_pwa.i18n import stamp
from herning_pwa.people.commands import find_by_email


@click.group()
def main() -> None:
    """Sammen: families and professionals set goals together."""


@main.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    from herning_pwa.migrations import migrate as migrate_to  # noqa: PLC0415 - slow to import

    with engine().execution_options(writes=True).begin() as connection:
        migrate_to(connection)
    click.echo("The database is up to date.")


@main.command()
def demo() -> None:
    """Fill an empty database with the invented demo families."""
    from herning_pwa.demo.fill import fill  # noqa: PLC0415 - slow to import

    if not settings().demo:
        raise click.ClickException("set HERNING_DEMO=1 to fill a database with invented people")
    click.echo(
        "The demo families are there." if fill() else "The demo families were there already."
    )


@main.command("open-circle")
@click.option("--name", required=True, help='What it is called, "Kredsen om Alma".')
@click.option(
    "--child", "children", multiple=True, help="Name:YYYY-MM-DD; not born yet: name or ''."
)
@click.option("--responsible", required=True, help="The social worker's first name.")
@click.option("--email", required=True, help="The social worker's e-mail.")
def open_circle(name: str, children: tuple[str, ...], responsible: str, email: str) -> None:
    """Open a circle with its responsible social worker, who then invites the family.

    Asks for a password when the social worker is new here.
    """
    with reading() as db:
        is_new = find_by_email(db, email) is None
    password = click.prompt("Password", hide_input=True, confirmation_prompt=True) if is_new else ""
    try:
        with transaction() as db:
            open_it(
                db,
                name=name,
                children=[_child(told) for told in children],
                responsible_name=responsible,
                email=email,
                password=password,
            )
    except (DomainError, ValueError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{name} is open. {responsible} can sign in and invite the family.")


@main.command("new-access")
@click.argument("email")
@click.option("--at-once", is_flag=True, help="They stand before you: no cooling period.")
@click.option("--to", default="", help="Their new e-mail, when the one they have is lost.")
def new_access(email: str, at_once: bool, to: str) -> None:
    """Give somebody a new way in: staff, or one whom no social worker can help.

    They are told by mail at once. After 24 hours a link to choose a new password follows; to a
    new e-mail after 72.
    """
    from herning_pwa.people.commands.recovery import start_recovery_as_operator  # noqa: PLC0415

    try:
        with transaction() as db:
            person = find_by_email(db, email)
            if person is None:
                raise click.ClickException("nobody here has that e-mail")
            recovery = start_recovery_as_operator(db, person, at_once=at_once, new_email=to)
            opens = stamp(recovery.opens_at)
    except DomainError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{person.first_name} gets a mail with the link: {opens}.")


@main.command("assign-responsible")
@click.argument("giver")
@click.argument("taker")
@click.option("--by", required=True, help="The administrator's own e-mail; it stands in the log.")
@click.option("--reason", required=True, help="In a few words. The family reads it.")
@click.option("--circle", default="", help="Only the circle called this; else all of the giver's.")
@click.option("--back-on", type=click.DateTime(["%Y-%m-%d"]), help="The giver is back that day.")
@click.option("--family-called", is_flag=True, help="Somebody has told the family by phone.")
def assign_responsible(by: str, back_on: datetime | None, **asked: Any) -> None:
    """Give GIVER's circles to TAKER (e-mails), when the one responsible has fallen ill.

    The families get a mail, at eight in the morning at the earliest: call them as well.
    """
    from herning_pwa.circles.commands.assigning import assign_responsible as assign  # noqa: PLC0415

    try:
        with transaction() as db:
            administrator = find_by_email(db, by)
            if administrator is None:
                raise click.ClickException("nobody here has that e-mail")
            day = back_on.date() if back_on else None
            count = assign(db, administrator, back_on=day, **asked)
    except DomainError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{count} handed over. The running app carries it out within ten seconds.")


def _child(told: str) -> NewChild:
    first_name, _colon, born = told.partition(":")
    return NewChild(first_name, date.fromisoformat(born) if born else None)


@main.command()
def serve() -> None:
    """Serve the app on one port."""
    from herning_pwa.demo.people import DEMO_PASSWORD, DEMO_PEOPLE  # noqa: PLC0415
    from herning_pwa.serve import serve as serve_on  # noqa: PLC0415 - slow to import

    click.echo(f"Sammen is on {settings().public_url}")
    if settings().demo:
        click.echo(f"Demo people, all with the password: {DEMO_PASSWORD}")
        for person in DEMO_PEOPLE:
            click.echo(f"  {person.email:24} {person.first_name}, {person.who}")
    serve_on()


if __name__ == "__main__":
    main()
