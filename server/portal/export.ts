// The portal of the latest release as files: pages of all areas in all languages, open data, assets.

import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { LANGUAGE_IDS, type Language } from "#domain/language";
import type { Progress } from "#domain/progress";
import type { Store } from "#server/read/store";
import { levelWord, readChain } from "./area_chain.ts";
import { ASSETS, assetPath } from "./assets.ts";
import { releaseFiles } from "./files/open_data.ts";
import { groupCsv, placeCsv } from "./files/place_csv.ts";
import { zipOf } from "./files/zip.ts";
import { inParallel } from "./in_parallel.ts";
import { documentOf } from "./layout.ts";
import { pathIn, rootedLinks, staticLinks } from "./links.ts";
import { locatorGround } from "./map.ts";
import { notFoundPage } from "./pages/about.ts";
import { groundPath, groupTablePath } from "./pages/place.ts";
import { Portal } from "./portal.ts";
import { listedPaths, sitemap } from "./sitemap.ts";
import { say, type View } from "./view.ts";

interface ExportOptions {
  readonly directory: string;
  /** Address at which the files will stand; null where it is not known, and links are relative only. */
  readonly base: string | null;
  /** Whether texts are written packed alone, as `name.gz`, which a web server sends as they are. */
  readonly isPacked: boolean;
  readonly onProgress: Progress;
}

export interface Exported {
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
}

const packed = promisify<Uint8Array, Buffer>(gzip);

/** Pages and files that are written at a time: one is made while others wait for the database and the disk. */
const AT_ONCE = 8;
/** Pages after which it is said how far it has come. */
const TOLD_EVERY = 200;

/** Makes a folder that every account may read, a web server's among them, though this process keeps what it makes to itself. */
async function makeOpenFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) await chmod(at, 0o755);
}

/** Writes the portal into a folder; `store` reads the public edition. */
export async function exportPortal(
  store: Store,
  { directory, base, isPacked, onProgress }: ExportOptions,
): Promise<Exported> {
  const started = performance.now();
  const total = { files: 0, bytes: 0 };
  const folders = new Set<string>();
  const write = async (path: string, contents: string | Uint8Array): Promise<void> => {
    const target = join(directory, path);
    const folder = dirname(target);
    if (!folders.has(folder)) await makeOpenFolder(folder);
    folders.add(folder);
    const plain = typeof contents === "string" ? Buffer.from(contents) : contents;
    const hasPacking = isPacked && !path.endsWith(".zip");
    const bytes = hasPacking ? await packed(plain) : plain;
    const file = hasPacking ? `${target}.gz` : target;
    await writeFile(file, bytes);
    await chmod(file, 0o644);
    total.files++;
    total.bytes += bytes.length;
  };
  const portal = new Portal({ store, prefix: "", origin: null });
  const source = await portal.source();
  const own = portal.view(source, "en", "", staticLinks("", "en", base)).ownLanguage;
  const viewOf = (path: string, language: Language): View =>
    portal.view(source, language, path, staticLinks(pathIn(path, language, own), own, base));

  const grounds = new Set<string>();
  const lowest = source.release.catalog.levels.at(-1)!.id;
  const writePlace = async (view: View, path: string, code: string): Promise<void> => {
    const chain = await readChain(view, code);
    const { group } = chain.at(-1)!;
    const parent = chain.at(-2)?.code ?? "";
    if (group.level !== lowest) await write(`${path}.csv`, await placeCsv(source, code));
    const ground = groundPath(parent);
    if (grounds.has(ground)) return;
    grounds.add(ground);
    await write(ground, locatorGround(group.shapes));
    if (group.level !== lowest) return;
    const table = { name: `${parent || "all"}.csv`, bytes: Buffer.from(await groupCsv(source, group)) };
    await write(groupTablePath(parent), await zipOf([table]));
  };
  const paths = await listedPaths(viewOf("", own));
  let done = 0;
  const writePage = async (path: string): Promise<void> => {
    if (done++ % TOLD_EVERY === 0) onProgress({ what: "writing pages", done, total: paths.length });
    for (const language of LANGUAGE_IDS) {
      const view = viewOf(path, language);
      await write(join(pathIn(path, language, own), "index.html"), documentOf(view, await portal.page(view)));
    }
    const code = /^place\/(.+)$/.exec(path)?.[1];
    if (code !== undefined) await writePlace(viewOf(path, own), path, code);
  };
  const writeData = async (): Promise<void> => {
    const at = `data/${source.release.number}`;
    const { entries, zip } = await releaseFiles(source);
    await inParallel(entries, AT_ONCE, ({ name, bytes }) => write(`${at}/${name}`, bytes));
    await write(`${at}.zip`, zip);
  };
  const writeRest = async (): Promise<void> => {
    const home = viewOf("", own);
    const nowhere = portal.view(source, own, "", rootedLinks(own, base));
    await write("404.html", documentOf(nowhere, notFoundPage(nowhere)));
    await write("sitemap.xml", await sitemap(home));
    for (const asset of Object.values(ASSETS)) await write(assetPath(asset), asset.text);
    for (const language of LANGUAGE_IDS)
      await write(`places-${language}.json`, await placeList(viewOf("", language)));
  };
  await inParallel([writeData, () => inParallel(paths, AT_ONCE, writePage), writeRest], 3, (part) => part());
  return { ...total, seconds: (performance.now() - started) / 1000 };
}

/** Code, name and parent of every area, for the search of a page that no server answers. */
async function placeList(view: View): Promise<string> {
  const { store, release } = view;
  const list: [string, string, string][] = [];
  let above: { names(idx: number): Readonly<Record<string, string>> } | null = null;
  for (const { id } of release.catalog.levels) {
    const index = await store.areas.level(release.boundaryVersion, id);
    for (let idx = 0; idx < index.length; idx++) {
      const of = above ? say(view, above.names(index.parent(idx))) : levelWord(view, id);
      list.push([index.code(idx), say(view, index.names(idx)), of]);
    }
    above = index;
  }
  return JSON.stringify(list);
}
