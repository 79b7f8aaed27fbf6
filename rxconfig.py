"""Reflex's settings. Every value that differs from Reflex's default has its reason here."""

import os

import reflex as rx
from reflex.constants import StateManagerMode

from herning_pwa.build.plugin import FrontendPlugin
from herning_pwa.config import settings

PORT = int(os.environ.get("PORT", "3000"))

config = rx.Config(
    app_name="herning_pwa",
    # One port serves pages, socket and API; the client asks the address it was loaded from.
    frontend_port=PORT,
    backend_port=PORT,
    api_url="",
    backend_host=os.environ.get("HERNING_BIND", "127.0.0.1"),
    # Reflex lets any site open the socket; only our own address may.
    cors_allowed_origins=list(settings().allowed_origins),
    # "polling" would switch the origin check off.
    transport="websocket",
    trusted_proxy_hops=settings().trusted_proxy_hops,
    # Reflex's default pickles every state, cookie header included, to disk.
    state_manager_mode=StateManagerMode.MEMORY,
    plugins=[FrontendPlugin()],
    # A site map is for public sites.
    disable_plugins=[rx.plugins.SitemapPlugin],
    frontend_compression_formats=["brotli", "gzip"],
    telemetry_enabled=False,
    show_built_with_reflex=False,
)
