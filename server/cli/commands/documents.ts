// `lens documents`: writes the documents of seeds/profiles that are made from the schema.

import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { FileCommand } from "#server/cli/command";
import { documents } from "#server/import/format/documents";

const FOLDER = path.join(import.meta.dirname, "../../../seeds/profiles");

export const documentsCommand: FileCommand<null> = {
  name: "documents",
  operands: [],
  options: {},
  summary: "write the keys of profiles, the built-in registry and the rules into seeds/profiles",
  needsDatabase: false,
  parse: () => null,
  async run(_, { print }) {
    for (const [name, text] of Object.entries(documents())) {
      await writeFile(path.join(FOLDER, name), text);
      print(`wrote seeds/profiles/${name}`);
    }
    return true;
  },
};
