import { expect, test } from "vitest";
import { acceptsGzip } from "./content_encoding.ts";

test.each([
  "gzip",
  "GZIP",
  "x-gzip",
  "gzip, deflate, br, zstd",
  "deflate , gzip;q=0.001",
  "br;q=1, gzip ; q = 0.8",
  "gzip;q=0.5, identity;q=0.2",
  "gzip, identity;q=0",
  "identity;q=0, *",
  "*",
  "*;q=0.1",
  "*;q=0, gzip",
])("%s takes gzip", (header) => expect(acceptsGzip(header)).toBe(true));

test.each([
  undefined,
  "",
  "br",
  "identity",
  "gzip;q=0",
  "gzip;q=0.000",
  "gzip;q=0, *",
  "gzip;q=0, identity",
  "gzip;q=0.5, identity;q=0.8",
  "*;q=0",
  "gzipped",
  "gzip;q=two",
  ",;,",
])("%s does not", (header) => expect(acceptsGzip(header)).toBe(false));
