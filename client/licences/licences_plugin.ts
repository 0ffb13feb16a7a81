// Writes the notices of what Village Lens is made with beside the built client: what Vite found in it, and the embedded database.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Where Vite writes what it bundles, and the rest is added; from the folder of the client. */
export const LICENCES_FILE = "licences.txt";

/** Packages that are not bundled, but are part of what runs, under licences of several works. */
const INSTALLED = ["@electric-sql/pglite", "@electric-sql/pglite-postgis"];

/** Name, version and licence text of an installed package; throws where it has none. */
function noticeOf(modules: string, name: string): string {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
    license: string;
  };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${folder} has no file LICENSE`);
  return `## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

/** The plugin; `root` is the folder of the project. */
export const licencesPlugin = (root: string): Plugin => ({
  name: "licences",
  apply: "build",
  writeBundle: {
    order: "post",
    handler({ dir }) {
      const file = join(dir!, LICENCES_FILE);
      const parts = [
        readFileSync(file, "utf8").trim(),
        readFileSync(join(root, "client/licences/embedded_database.md"), "utf8").trim(),
        ...INSTALLED.map((name) => noticeOf(join(root, "node_modules"), name)),
      ];
      writeFileSync(file, parts.join("\n\n"));
    },
  },
});
