"""The page's own paper, for what stands outside the stylesheet: browser bars and the manifest."""

LIGHT_PAPER, DARK_PAPER = "#F9F5EE", "#14181A"
