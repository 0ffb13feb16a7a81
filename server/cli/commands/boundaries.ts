// `lens boundaries`: lists the boundary versions.

import type { Command } from "#server/cli/command";
import { boundaryVersions } from "#server/release/release_inputs";

export const boundariesCommand: Command<null> = {
  name: "boundaries",
  operands: [],
  options: {},
  summary: "list the boundary versions that a draft can be made for",
  parse: () => null,
  async run(_, { database, print }) {
    for (const { id, validOn, source } of await boundaryVersions(database.knex))
      print([id, validOn ?? "without a date", source].join("\t"));
    return true;
  },
};
