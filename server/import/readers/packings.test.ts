// Files written by GDAL give the same rows and coordinate system however they are packed: every format × system × packing.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crsName } from "#server/import/boundaries/crs";
import { FindingLog } from "#server/import/findings/finding_log";
import { openBytes } from "#server/test/files/open_bytes";
import { SYSTEMS } from "#server/test/files/systems";
import { zip } from "#server/test/files/zip";
import { Files } from "./files.ts";
import { unpack } from "./open_file.ts";
import type { SourceRow } from "./source.ts";

const FORMATS = [
  "squares geojson",
  "squares gpkg",
  "squares fgb",
  "squares shz",
  "centres geojson",
  "centres gpkg",
  "centres fgb",
  "centres shz",
  "centres csv",
  "centres tsv",
  "centres xlsx",
];

interface Member {
  readonly name: string;
  readonly data: Buffer;
}

async function tar(members: readonly Member[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, data } of members) archive.entry({ name }, data);
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** In a folder, beside a note and what a Mac leaves behind. */
const inFolder = (members: readonly Member[]): Member[] => [
  { name: "README.txt", data: Buffer.from("from the office") },
  ...members.map(({ name, data }) => ({ name: `out/${name}`, data })),
  { name: `__MACOSX/out/._${members[0]!.name}`, data: Buffer.from("x") },
];

/** What is made of the parts of a file; a Shapefile has several. */
const PACKINGS: Readonly<Record<string, (members: readonly Member[]) => Buffer | Promise<Buffer>>> = {
  zip: (members) => zip(members),
  "zip of a folder": (members) => zip(inFolder(members)),
  "gzip around a zip": (members) => gzipSync(zip(members)),
  "gzip inside a zip": (members) => zip(members.map(({ name, data }) => ({ name, data: gzipSync(data) }))),
  tar: (members) => tar(members),
  "tar.gz of a folder": async (members) => gzipSync(await tar(inFolder(members))),
};

/** Middle of all positions of the rows, in the units of their system. */
function middleOf(rows: readonly SourceRow[]): [number, number] {
  const positions = rows.flatMap(({ geometry }) => {
    const { coordinates } = geometry as unknown as { coordinates: number[] };
    const flat = coordinates.flat(4);
    return Array.from({ length: flat.length / 2 }, (_, at) => flat.slice(2 * at, 2 * at + 2));
  });
  const middle = (axis: 0 | 1): number => {
    const values = positions.map((position) => position[axis]!);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  return [middle(0), middle(1)];
}

let written: Map<string, Buffer>;
beforeAll(async () => {
  const file = "server/test/files/written_by_gdal.zip";
  written = await unpack(file, readFileSync(file));
});

/** The parts of a file as GDAL wrote them: of a Shapefile those in its zip. */
async function partsOf(layer: string, system: string, format: string): Promise<Member[]> {
  const name = `${layer}.${system.replace(":", "_")}.${format}`;
  const bytes = written.get(name)!;
  if (format !== "shz") return [{ name, data: bytes }];
  return [...(await unpack(name, bytes))].map(([member, data]) => ({ name: member, data }));
}

describe.each(FORMATS)("%s", (kind) => {
  const [layer, format] = kind.split(" ") as [string, string];

  it.each(SYSTEMS)("in %s is the same in every packing", async (system) => {
    const members = await partsOf(layer, system, format);
    const plain = format === "shz" ? zip(members) : members[0]!.data;
    const asWritten = await openBytes(plain);
    // FlatGeobuf is in the order of its index.
    const codes = asWritten.rows.map(({ cells }) => cells[asWritten.source.columns.indexOf("CODE")]);
    expect(codes.toSorted()).toEqual(["A11", "A12"]);
    const packed = Object.entries(PACKINGS).map(([packing, make]) => [packing, make(members)] as const);
    for (const [packing, bytes] of [["gzip", gzipSync(plain)] as const, ...packed]) {
      const { source, rows } = await openBytes(await bytes);
      expect([source.format, source.crs, source.columns], packing).toEqual([
        asWritten.source.format,
        asWritten.source.crs,
        asWritten.source.columns,
      ]);
      expect(rows, packing).toEqual(asWritten.rows);
    }
  });
});

it.each(FORMATS.filter((kind) => !/csv|tsv|xlsx/.test(kind)))(
  "%s names each system, and lies where GDAL's GeoJSON does",
  async (kind) => {
    const [layer, format] = kind.split(" ") as [string, string];
    for (const system of SYSTEMS) {
      const members = await partsOf(layer, system, format);
      const own = await openBytes(format === "shz" ? zip(members) : members[0]!.data);
      const [same] = await partsOf(layer, system, "geojson");
      const { rows } = await openBytes(same!.data);
      for (const axis of [0, 1] as const)
        expect(middleOf(own.rows)[axis], system).toBeCloseTo(middleOf(rows)[axis], 1);
      const name = own.source.crs === null ? "EPSG:4326" : crsName(own.source.crs);
      // The .prj of a Shapefile is WKT without numbers, which PROJ reads.
      if (format === "shz") expect(name, system).toMatch(/^(EPSG:4326$|GEOGCS|PROJCS)/);
      else expect(name).toBe(system === "OGC:CRS84" ? "EPSG:4326" : system);
    }
  },
);

describe("a Shapefile", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "shapefile-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = async (file: string, entry?: string) => {
    const log = new FindingLog();
    const files = new Files(folder, log, () => {});
    const source = await files.open({ file, entry });
    const rows: SourceRow[] = [];
    for await (const row of source.rows()) rows.push(row);
    return { source, rows, log, checksum: files.checksums.get(file)! };
  };

  it("is its parts side by side in a folder, each of which counts for the checksum", async () => {
    const members = await partsOf("squares", "EPSG:27700", "shz");
    for (const { name, data } of members)
      writeFileSync(path.join(folder, name.replace("squares", "Villages").replace("prj", "PRJ")), data);
    const shape = members.find(({ name }) => name.endsWith(".shp"))!.name.replace("squares", "Villages");
    const { source, rows, checksum } = await read(shape);
    const packed = await openBytes(zip(members));
    expect([source.columns, source.crs, rows]).toEqual([
      packed.source.columns,
      packed.source.crs,
      packed.rows,
    ]);
    writeFileSync(path.join(folder, shape.replace("shp", "PRJ")), 'GEOGCS["GCS_WGS_1984"]');
    const moved = await read(shape);
    expect(moved.source.crs).toBe('GEOGCS["GCS_WGS_1984"]');
    expect(moved.checksum).not.toBe(checksum);
  });

  it("is one of several in a folder or an archive that are read as one", async () => {
    const members = await partsOf("squares", "EPSG:27700", "shz");
    const twice = ["north", "south"].flatMap((name) =>
      members.map((member) => ({ ...member, name: `${name}.${member.name.split(".").at(-1)!}` })),
    );
    writeFileSync(path.join(folder, "both.zip"), zip(twice));
    for (const { name, data } of twice) writeFileSync(path.join(folder, name), data);
    for (const [file, entry] of [
      ["both.zip", "*.shp"],
      ["{north,south}.*"],
      ["{north,south}.shp"],
    ] as const) {
      const { source, rows } = await read(file, entry);
      expect(source.crs, file).toContain("PROJCS");
      expect(
        rows.map(({ cells, number }) => [number, cells[source.columns.indexOf("CODE")]]),
        file,
      ).toEqual([
        [1, "A11"],
        [2, "A12"],
        [3, "A11"],
        [4, "A12"],
      ]);
    }
  });
});
