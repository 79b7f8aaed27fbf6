"""The HTTP shell: everything between the network and the app, as nested plain ASGI.

From the outside in: who is calling (proxies), what every answer carries (headers), what is
refused (strangers, too much), where an address leads, and at last the app itself.
"""

from __future__ import annotations

from starlette.types import ASGIApp

from herning_pwa.config import settings
from herning_pwa.web.addresses import Addresses, read_pages
from herning_pwa.web.callers import Callers
from herning_pwa.web.calm import Calm
from herning_pwa.web.headers import Headers
from herning_pwa.web.limits import BodyLimit, SocketLimit
from herning_pwa.web.logs import keep_people_out_of_logs
from herning_pwa.web.origins import OwnOriginOnly
from herning_pwa.web.sockets import OpenSockets
from herning_pwa.web.strangers import Strangers


def shell(app: ASGIApp) -> ASGIApp:
    """The app inside its shell, for ``rx.App(api_transformer=[routes, shell])``.

    Raises addresses.NotBuilt when the pages have not been built.
    """
    keep_people_out_of_logs()
    here = settings()
    pages = read_pages()
    app = Strangers(Addresses(app, pages), pages)
    app = BodyLimit(SocketLimit(OpenSockets(app)))
    app = OwnOriginOnly(app, here.allowed_origins)
    app = Headers(Calm(app), pages, here)
    return Callers(app, proxies=here.trusted_proxy_hops, https=here.is_production)
