"""One sentence chosen by the address, for pages answered by a native POST and a redirect."""

import reflex as rx

from herning_pwa.i18n import _


class Notice(rx.Component):
    """Reads ``?<param>=<code>``; shows and focuses that code's sentence; refills the form."""

    library = "$/public/components/notice.jsx"
    tag = "Notice"

    param: rx.Var[str]
    sentences: rx.Var[dict[str, str]]
    heading: rx.Var[str]


def notice_by_query(sentences: dict[str, str], *, param: str = "fejl") -> rx.Component:
    """``sentences`` maps each code the server may send to what the reader shall do.

    What was typed (never passwords) is kept in the tab on submit and put back when a code comes.
    """
    return Notice.create(
        param=param,
        sentences=sentences,
        heading=_("There are problems"),
        class_name="summary",
    )
