import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { PhotoError } from "./clean_photo.ts";
import { cleanPhoto } from "./photo.ts";

const WHERE_TAKEN = "CANARY-31.2304N-121.4737E";

/** A TIFF head with one entry, the orientation, and a secret after it. */
function exif(orientation: number, order: "II" | "MM" = "MM"): Buffer {
  const head = Buffer.alloc(26);
  head.write(order, "latin1");
  const two = (value: number, at: number) =>
    order === "MM" ? head.writeUInt16BE(value, at) : head.writeUInt16LE(value, at);
  const four = (value: number, at: number) =>
    order === "MM" ? head.writeUInt32BE(value, at) : head.writeUInt32LE(value, at);
  two(42, 2);
  four(8, 4);
  two(1, 8);
  two(0x0112, 10);
  two(3, 12);
  four(1, 14);
  two(orientation, 18);
  return Buffer.concat([head, Buffer.from(WHERE_TAKEN)]);
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
const withName = (name: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(name, "latin1"), data]);

const FRAME = segment(0xc0, Buffer.from("08003200640101110000".slice(0, 18) + "00", "hex"));
const SCAN = segment(0xda, Buffer.from("0101003f00", "hex"));
/** With a stuffed byte and a restart in it, which are no markers. */
const CODED = Buffer.from("12ff00340fffd056", "hex");

function jpeg(extra: readonly Buffer[], after = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...extra,
    segment(0xdb, Buffer.alloc(65)),
    FRAME,
    SCAN,
    CODED,
    Buffer.of(0xff, 0xd9),
    after,
  ]);
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
};
const SIZE = Buffer.from("00000064000000320800000000", "hex");
const png = (extra: readonly Buffer[], after = ""): Buffer =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", SIZE),
    ...extra,
    chunk("IDAT", deflateSync(Buffer.alloc(50 * 101))),
    chunk("IEND", Buffer.alloc(0)),
    Buffer.from(after),
  ]);

const riff = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};
const webp = (chunks: readonly Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  return riff("RIFF", body);
};
/** 100 × 50, with the flags of EXIF, XMP, ICC and transparency. */
const extended = (flags: number): Buffer => riff("VP8X", Buffer.from([flags, 0, 0, 0, 99, 0, 0, 49, 0, 0]));
const LOSSY = riff("VP8 ", Buffer.from("30000100000164003200aa", "hex"));

const isClean = (bytes: Buffer): boolean =>
  !bytes.includes("CANARY") && !bytes.includes("Exif") && !bytes.includes("http://ns.adobe.com");

describe("a JPEG", () => {
  it("keeps what shows the picture and its orientation, and loses all else", () => {
    const dirty = jpeg(
      [
        segment(0xe0, withName("JFIF\0", Buffer.from("0102000048004801010aaabb", "hex"))),
        segment(0xe1, withName("Exif\0\0", exif(6))),
        segment(0xe1, withName("http://ns.adobe.com/xap/1.0/\0", Buffer.from(WHERE_TAKEN))),
        segment(0xe2, withName("MPF\0", Buffer.from(WHERE_TAKEN))),
        segment(0xed, withName("Photoshop 3.0\0", Buffer.from(WHERE_TAKEN))),
        segment(0xfe, Buffer.from(WHERE_TAKEN)),
        segment(0xee, withName("Adobe\0", Buffer.from("64000000000100", "hex").subarray(0, 7))),
      ],
      Buffer.from(`a film of a moving photo ${WHERE_TAKEN}`),
    );
    const clean = cleanPhoto(dirty);
    expect(clean).toMatchObject({ media: "image/jpeg", width: 100, height: 50, orientation: 6 });
    expect(isClean(clean.bytes)).toBe(true);
    expect(clean.bytes.includes("JFIF")).toBe(true);
    expect(clean.bytes.includes("Adobe")).toBe(true);
    expect(clean.bytes.subarray(-2)).toEqual(Buffer.of(0xff, 0xd9));
    expect(clean.bytes.includes(CODED)).toBe(true);
    // Once more changes nothing, but what stood in EXIF is gone.
    expect(cleanPhoto(clean.bytes)).toEqual({ ...clean, orientation: 1 });
  });

  it("may have several scans, as those that come into view by and by", () => {
    const twice = Buffer.concat([
      jpeg([]).subarray(0, -2),
      segment(0xe1, withName("Exif\0\0", exif(3, "II"))),
      SCAN,
      CODED,
      Buffer.of(0xff, 0xff, 0xd9),
    ]);
    const clean = cleanPhoto(twice);
    expect(clean.orientation).toBe(3);
    expect(isClean(clean.bytes)).toBe(true);
    expect(clean.bytes.toString("hex").match(new RegExp(CODED.toString("hex"), "g"))).toHaveLength(2);
  });

  it("is refused where it ends early, at any byte", () => {
    const whole = jpeg([segment(0xe1, withName("Exif\0\0", exif(1)))]);
    for (let length = 0; length < whole.length; length++)
      expect(() => cleanPhoto(whole.subarray(0, length)), String(length)).toThrow(PhotoError);
  });
});

describe("a PNG", () => {
  it("keeps what shows the picture and loses texts, EXIF, times, and what follows its end", () => {
    const clean = cleanPhoto(
      png(
        [
          chunk("eXIf", exif(8, "II")),
          chunk("tEXt", Buffer.from(`Comment\0${WHERE_TAKEN}`)),
          chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${WHERE_TAKEN}`)),
          chunk("tIME", Buffer.alloc(7)),
          chunk("prVt", Buffer.from(WHERE_TAKEN)),
          chunk("gAMA", Buffer.from("0000b18f", "hex")),
        ],
        WHERE_TAKEN,
      ),
    );
    expect(clean).toMatchObject({ media: "image/png", width: 100, height: 50, orientation: 8 });
    expect(isClean(clean.bytes)).toBe(true);
    expect(clean.bytes.includes("gAMA")).toBe(true);
    expect(clean.bytes).toEqual(png([chunk("gAMA", Buffer.from("0000b18f", "hex"))]));
  });

  it("is refused where it ends early", () => {
    const whole = png([]);
    for (const length of [10, 30, 50, whole.length - 1])
      expect(() => cleanPhoto(whole.subarray(0, length))).toThrow(PhotoError);
  });
});

describe("a WebP", () => {
  it("keeps the picture, and says no more that it has EXIF, XMP or a profile", () => {
    const clean = cleanPhoto(
      webp([
        extended(0x3c),
        riff("ICCP", Buffer.from(WHERE_TAKEN)),
        LOSSY,
        riff("EXIF", exif(5)),
        riff("XMP ", Buffer.from(WHERE_TAKEN)),
      ]),
    );
    expect(clean).toMatchObject({ media: "image/webp", width: 100, height: 50, orientation: 5 });
    expect(isClean(clean.bytes)).toBe(true);
    expect(clean.bytes).toEqual(webp([extended(0x10), LOSSY]));
  });

  it("has its size in the picture where nothing stands before it", () => {
    const bits = Buffer.alloc(6);
    bits.writeUInt8(0x2f, 0);
    bits.writeUInt32LE(99 | (49 << 14), 1);
    expect(cleanPhoto(webp([riff("VP8L", bits)]))).toMatchObject({ width: 100, height: 50 });
    expect(cleanPhoto(webp([LOSSY]))).toMatchObject({ width: 100, height: 50 });
  });

  it("is refused where it moves, where it ends early, and without a picture", () => {
    expect(() => cleanPhoto(webp([extended(0x02), LOSSY]))).toThrow("it moves");
    expect(() => cleanPhoto(webp([LOSSY]).subarray(0, -3))).toThrow("ends too early");
    expect(() => cleanPhoto(webp([riff("ABCD", Buffer.alloc(8))]))).toThrow("cannot be read");
  });
});

it("refuses what is no photo, whatever its name may be, and pictures of more pixels than a device can show", () => {
  for (const text of [
    "",
    "GIF89a".padEnd(40),
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "<script>alert(1)</script>",
  ])
    expect(() => cleanPhoto(Buffer.from(text))).toThrow("it is no JPEG, PNG or WebP");
  const huge = Buffer.from(SIZE);
  huge.writeUInt32BE(60_000, 0);
  huge.writeUInt32BE(60_000, 4);
  const file = png([]);
  chunk("IHDR", huge).copy(file, 8);
  expect(() => cleanPhoto(file)).toThrow("60000 × 60000 pixels");
});
