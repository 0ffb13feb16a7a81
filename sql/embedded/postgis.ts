// PostGIS for the embedded database without its raster, topology and upgrade parts, which would be compiled at every start.

import { existsSync, renameSync, statSync, writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Extension } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { privateFolder } from "#sql/private_folder";

const BLOCK = 512;
const KEPT =
  /^(lib\/postgresql\/postgis-3\.so|share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql)|share\/proj\/.*)$/;

function field(header: Buffer, from: number, to: number): string {
  return header.toString("latin1", from, to).replace(/\0.*$/s, "");
}

/** Copies the entries of a tar archive (POSIX ustar) whose paths match. */
function filterTar(archive: Buffer, path: RegExp): Buffer {
  const out: Buffer[] = [];
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK);
    const name = [field(header, 345, 500), field(header, 0, 100)].filter(Boolean).join("/");
    const size = BLOCK + Math.ceil(parseInt(field(header, 124, 136), 8) / BLOCK) * BLOCK;
    if (path.test(name.replace(/^\.\//, ""))) out.push(archive.subarray(at, at + size));
    at += size;
  }
  out.push(Buffer.alloc(2 * BLOCK));
  return Buffer.concat(out);
}

/** The extension for PGlite; keeps its smaller archive in `cacheDirectory`, one per version of the package. */
export function slimPostgis(cacheDirectory: string): Extension {
  return {
    name: postgis.name,
    setup: async (db, options) => {
      const whole = await postgis.setup(db, options);
      const { size } = statSync(whole.bundlePath);
      const slim = join(cacheDirectory, `postgis-${size}.tar.gz`);
      privateFolder(cacheDirectory);
      if (!existsSync(slim)) {
        const draft = `${slim}.${process.pid}`;
        writeFileSync(
          draft,
          gzipSync(filterTar(gunzipSync(readFileSync(whole.bundlePath)), KEPT), { level: 1 }),
        );
        renameSync(draft, slim);
      }
      return { ...whole, bundlePath: pathToFileURL(slim) };
    },
  };
}
