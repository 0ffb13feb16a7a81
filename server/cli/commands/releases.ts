// `lens releases`: lists every release, the newest first.

import type { Command } from "#server/cli/command";
import { allReleases } from "#server/release/publish";

export const releasesCommand: Command<null> = {
  name: "releases",
  operands: [],
  options: {},
  summary: "list all releases",
  parse: () => null,
  async run(_, { database, print }) {
    for (const { number, state, createdAt, publishedAt, note, periods } of await allReleases(database))
      print([number, state, publishedAt ?? createdAt, periods.join(" "), note].join("\t"));
    return true;
  },
};
