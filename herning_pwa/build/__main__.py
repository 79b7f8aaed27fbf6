"""``python -m herning_pwa.build``: build the pages, unless this exact build already stands."""

from __future__ import annotations

import sys

from herning_pwa.build.once import BuildFailed, build_if_changed


def main() -> int:
    """Build when needed; 1 and a sentence when it could not be done."""
    try:
        seconds = build_if_changed()
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"pages built in {seconds:.1f} s" if seconds else "pages are up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
