"""The circle as somebody else sees it."""

from herning_pwa.preview.queries.preview import preview_page
from herning_pwa.preview.queries.views import Preview

__all__ = ["Preview", "preview_page"]
