// The protocol reader: series come out whole, however the bytes are cut.

import fc from "fast-check";
import { expect, it } from "vitest";
import { frontendMessage, type Series, wireReader } from "./wire.ts";

interface Seen {
  series: Series[];
  log: string[];
}

function reader(): { read: (chunk: Buffer) => void; seen: Seen } {
  const seen: Seen = { series: [], log: [] };
  const read = wireReader({
    startup: (settings) => void seen.log.push(`startup ${[...settings].join(" ")}`),
    reply: (bytes) => void seen.log.push(bytes.toString()),
    series: (series) => void seen.series.push(series),
    end: () => void seen.log.push("end"),
  });
  return { read, seen };
}

function packet(code: number, body = ""): Buffer {
  const out = Buffer.alloc(8 + body.length);
  out.writeInt32BE(out.length, 0);
  out.writeInt32BE(code, 4);
  out.write(body, 8);
  return out;
}

const STARTUP = packet(196608, "user\0postgres\0\0");
const parse = frontendMessage("P", "\0select $1\0\0\0");
const bind = frontendMessage("B", Buffer.alloc(300, 1));
const sync = frontendMessage("S", "");
const query = frontendMessage("Q", "select 1\0");
const flush = frontendMessage("H", "");

it("refuses encryption, greets, and gathers messages up to sync, query and flush", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
      const { read, seen } = reader();
      const all = Buffer.concat([
        packet(80877103),
        STARTUP,
        parse,
        bind,
        sync,
        query,
        parse,
        flush,
        frontendMessage("X", ""),
      ]);
      for (let at = 0, i = 0; at < all.length; i++) {
        const size = sizes[i % sizes.length]!;
        read(all.subarray(at, at + size));
        at += size;
      }
      expect(seen.log).toEqual(["N", "startup user,postgres", "end"]);
      expect(seen.series).toEqual([
        { bytes: Buffer.concat([parse, bind, sync]), isWhole: true },
        { bytes: query, isWhole: true },
        { bytes: Buffer.concat([parse, flush]), isWhole: false },
      ]);
    }),
  );
});

it.each(["copy t from stdin", "select 1; COPY public.t (a, b)\n from  STDIN with csv"])(
  "puts an error in place of %j",
  (sql) => {
    const { read, seen } = reader();
    read(
      Buffer.concat([
        STARTUP,
        frontendMessage("Q", `${sql}\0`),
        frontendMessage("P", `\0${sql}\0\0\0`),
        sync,
      ]),
    );
    const texts = seen.series.map(({ bytes }) => bytes.toString("latin1"));
    expect(texts[0]).toMatch(/^Q.*raise feature_not_supported/s);
    expect(texts[1]).toMatch(/^P.*raise feature_not_supported/s);
  },
);

it.each([
  ["a browser", Buffer.from("GET / HTTP/1.1\r\n\r\n")],
  ["an old protocol", packet(131072)],
  ["an unknown message", Buffer.concat([STARTUP, Buffer.from("Z\0\0\0\u0004")])],
  ["a negative length", Buffer.concat([STARTUP, Buffer.from([0x51, 255, 255, 255, 255])])],
])("throws on %s", (_, bytes) => {
  expect(() => reader().read(bytes)).toThrow(/protocol/);
});
