import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { TAIL_ENTRY_BYTES, writeTail } from "#domain/split_tile_format";
import { deflatePlanes, deflateTail } from "./deflate.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);

const tailBytes = (words: Uint32Array): Uint8Array => {
  const tail = new Uint8Array(words.length * TAIL_ENTRY_BYTES);
  writeTail(words, tail, 0);
  return tail;
};

/** Words of few and of many different values, with missing ones between. */
const words = fc
  .tuple(fc.integer({ min: 0, max: 1200 }), fc.constantFrom(1, 3, 40, 5000), fc.nat(), fc.nat(9))
  .map(([n, distinct, seed, missing]) =>
    Uint32Array.from({ length: n }, (_, k) => {
      const pick = Math.imul(k + 1, 2654435761 ^ seed) >>> 8;
      if (pick % 10 < missing) return 0x7fc00001 + (pick % 3);
      return new Uint32Array(Float32Array.of(((pick >>> 4) % distinct) / 7).buffer)[0]!;
    }),
  );

it("gives back any tail through an ordinary inflate", () => {
  fc.assert(
    fc.property(words, (some) => {
      const tail = tailBytes(some);
      expect(inflateRawSync(deflateTail(tail)).equals(tail)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

it("gives back any bytes, of whatever length and however they are distributed", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000, size: "max" }),
      fc.integer({ min: 1, max: 700 }),
      fc.integer({ min: 0, max: 255 }),
      (bytes, n, mask) => {
        const body = bytes.map((byte) => byte & mask);
        expect(inflateRawSync(deflateTail(body)).equals(body)).toBe(true);
        expect(inflateRawSync(deflatePlanes(body, n)).equals(body)).toBe(true);
      },
    ),
    { numRuns: RUNS },
  );
});

it("stores what cannot be packed, in blocks that are short enough", () => {
  let state = 1;
  const noise = Uint8Array.from({ length: 200_000 }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  });
  const packed = deflatePlanes(noise, noise.length);
  expect(packed.length).toBe(noise.length + 5 * 4);
  expect(inflateRawSync(packed).equals(noise)).toBe(true);
});

it("packs a rare byte beside a common one", () => {
  const body = new Uint8Array(60_000);
  body[17] = 255;
  expect(deflatePlanes(body, body.length).length).toBeLessThan(8_000);
  expect(inflateRawSync(deflatePlanes(body, body.length)).equals(body)).toBe(true);
});
