"""A picture for the manuscripts that the scripts of this folder write."""
import struct
import zlib


def png(width, height):
    """A picture of stripes, as bytes of a PNG file."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))
    rows = b"".join(
        b"\0" + b"".join(bytes((40 * (x % 5), 90, 30 * (y % 8))) for x in range(width))
        for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


PICTURE = png(320, 240)
