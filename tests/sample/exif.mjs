// Puts an EXIF block with orientation 6, a made-up camera and a made-up GPS place into a JPEG, as phones do.
//
// The sample holds one such picture to show that published images carry none of it. The place is 0°N 0°E in the sea.

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const WIDTHS = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8 };

/** Inserts the marks right after the start-of-image marker of `jpeg`. */
export function withCameraMarks(jpeg) {
  const tiff = tiffBlock();
  const head = Buffer.from("Exif\0\0", "latin1");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(2 + head.length + tiff.length);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, head, tiff, jpeg.subarray(2)]);
}

/** A little-endian TIFF with one directory and its GPS directory. */
function tiffBlock() {
  const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const tags = (gpsOffset) => [
    [0x010f, ASCII, "YUANDI SAMPLE\0"],
    [0x0112, SHORT, [6]],
    [0x8825, LONG, [gpsOffset]],
  ];
  const gpsOffset = 8 + directory(tags(0), 8).length;
  const gps = directory(
    [
      [0x0001, ASCII, "N\0"],
      [0x0002, RATIONAL, [[0, 1], [0, 1], [0, 1]]],
      [0x0003, ASCII, "E\0"],
      [0x0004, RATIONAL, [[0, 1], [0, 1], [0, 1]]],
    ],
    gpsOffset,
  );
  return Buffer.concat([header, directory(tags(gpsOffset), 8), gps]);
}

/** One directory: its count, its entries, no next directory, then the values too long for an entry. */
function directory(tags, offset) {
  const fixed = Buffer.alloc(2 + 12 * tags.length + 4);
  fixed.writeUInt16LE(tags.length, 0);
  const late = [];
  let lateOffset = offset + fixed.length;
  tags.forEach(([tag, type, value], i) => {
    const bytes = encode(type, value);
    const at = 2 + 12 * i;
    fixed.writeUInt16LE(tag, at);
    fixed.writeUInt16LE(type, at + 2);
    fixed.writeUInt32LE(bytes.length / WIDTHS[type], at + 4);
    if (bytes.length <= 4) {
      bytes.copy(fixed, at + 8);
    } else {
      fixed.writeUInt32LE(lateOffset, at + 8);
      late.push(bytes);
      lateOffset += bytes.length;
    }
  });
  return Buffer.concat([fixed, ...late]);
}

function encode(type, value) {
  if (type === ASCII) return Buffer.from(value, "latin1");
  const parts = value.map((part) => {
    const bytes = Buffer.alloc(WIDTHS[type]);
    if (type === SHORT) bytes.writeUInt16LE(part);
    if (type === LONG) bytes.writeUInt32LE(part);
    if (type === RATIONAL) {
      bytes.writeUInt32LE(part[0], 0);
      bytes.writeUInt32LE(part[1], 4);
    }
    return bytes;
  });
  return Buffer.concat(parts);
}
