"""The ``herning`` command."""

from __future__ import annotations

import click

from herning_pwa.config import settings
from herning_pwa.db import engine


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
