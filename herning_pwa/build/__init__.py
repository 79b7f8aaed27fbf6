"""How the pages are built: Reflex compiles them, and this package finishes them.

``swaps`` are the lines of Reflex's frontend we replace, ``pages`` finishes the HTML, ``plugin``
hangs both into Reflex, and ``python -m herning_pwa.build`` runs it all when a source changed.
"""
