"""The app's own line icons: 24 units square, drawn with the text's colour, silent to readers.

An icon never stands alone; the word beside it is what is read aloud.
"""

from typing import Final

import reflex as rx

STROKES: Final = {
    "home": "M4 11.5 12 4.5l8 7M6.5 9.5V19.5h11V9.5M10 19.5v-5h4v5",
    "target": "M12 3.5a8.5 8.5 0 1 0 8.5 8.5M12 8a4 4 0 1 0 4 4M12 12l7.5-7.5M16 4.5v3.5h3.5",
    "calendar": "M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4",
    "people": "M9 11a3.25 3.25 0 1 0 0-6.5A3.25 3.25 0 0 0 9 11Z"
    "M3 19.5c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M15.5 5a3 3 0 0 1 0 5.6M17 14.3c2.5.5 4 2.3 4 5.2",
    "desk": "M4 5.5h16v13H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20",
    "pen": "M5 19l1-4.5L16.5 4l3.5 3.5L9.5 18 5 19ZM14 6.5l3.5 3.5",
    "back": "M19 12H5.5M11 6l-6 6 6 6",
    "forward": "M9.5 5.5 16 12l-6.5 6.5",
    "down": "M6 9.5l6 6 6-6",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "clock": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2",
    "lock": "M6 10.5h12v9H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
    "eye": "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"
    "M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
    "plus": "M12 5v14M5 12h14",
    "place": "M12 20.5s6.5-5.5 6.5-10.5a6.5 6.5 0 0 0-13 0c0 5 6.5 10.5 6.5 10.5Z"
    "M12 7.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z",
    "help": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.7 9.7a2.4 2.4 0 1 1 3.5 2.1"
    "c-.8.4-1.2.9-1.2 1.7M12 16.5v.1",
    "menu": "M4.5 7.5h15M4.5 12h15M4.5 16.5h15",
    "sound": "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
    "print": "M7 9V4.5h10V9M7 16.5H4.5V9h15v7.5H17M7 14h10v5.5H7Z",
    "warning": "M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17v.1",
    "offline": "M4 4l16 16M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4-2.4"
    "M13 9.3A10 10 0 0 1 19 12M12 19v.1",
}
POINTING: Final = {"back", "forward"}  # they turn round where one reads from the right


def icon(name: str) -> rx.Component:
    """One of ``STROKES``, at the size of the text around it."""
    return rx.el.svg(
        rx.el.svg.path(d=STROKES[name]),
        view_box="0 0 24 24",
        class_name="icon",
        data_turns=name in POINTING,
        aria_hidden="true",
        custom_attrs={"focusable": "false"},
    )


def logo() -> rx.Component:
    """The app's mark: people in a ring around the one it is about."""
    return rx.el.svg(
        rx.el.svg.path(d="M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z"),
        rx.el.svg.circle(cx="12", cy="12", r="2.4"),
        view_box="0 0 24 24",
        class_name="logo",
        aria_hidden="true",
        custom_attrs={"focusable": "false"},
    )
