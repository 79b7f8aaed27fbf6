"""The pixels of a PNG, as a phone reads them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

HEAD = 8  # the signature
CHANNELS = {2: 3, 6: 4}  # by colour type: RGB, RGBA


def pixels(file: Path) -> list[list[bytes]]:
    """Its rows, from the top; each pixel its colours. Only what we draw: 8 bits, not interlaced."""
    chunks = _chunks(file.read_bytes())
    width, _height, depth, kind, *_how, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, interlaced) == (8, 0), file.name
    size = CHANNELS[kind]
    row, rows = bytes(width * size), []
    for filtered, *line in _cut(zlib.decompress(chunks[b"IDAT"]), 1 + len(row)):
        row = _plain(filtered, bytes(line), row, size)
        rows.append(_cut(row, size))
    return rows


def _cut(content: bytes, length: int) -> list[bytes]:
    return [content[at : at + length] for at in range(0, len(content), length)]


def _chunks(content: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = HEAD
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        found[name] = found.get(name, b"") + content[at + 8 : at + 8 + length]
        at += length + 12  # length, name and checksum
    return found


def _plain(filtered: int, line: bytes, above: bytes, size: int) -> bytes:
    """One row as it was before PNG's filter (RFC 2083, 6)."""
    if not filtered:
        return line
    row = bytearray(line)
    for at in range(len(row)):
        left, up = row[at - size] if at >= size else 0, above[at]
        corner = above[at - size] if at >= size else 0
        row[at] = (row[at] + _guess(filtered, left, up, corner)) % 256
    return bytes(row)


def _guess(filtered: int, left: int, up: int, corner: int) -> int:
    if filtered < 4:
        return (0, left, up, (left + up) // 2)[filtered]
    return min((left, up, corner), key=lambda each: abs(left + up - corner - each))
