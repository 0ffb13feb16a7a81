// `lens verify`: hashes what is published anew and names what was changed.

import type { Command } from "#server/cli/command";
import { verifyReleases } from "#server/release/verify";

export const verifyCommand: Command<null> = {
  name: "verify",
  operands: [],
  options: {},
  summary: "hash everything that is published anew, and name what was changed",
  parse: () => null,
  async run(_, { database, onProgress, print }) {
    const { columns, releases, faults } = await verifyReleases(database, onProgress);
    for (const fault of faults) print(fault);
    print(`verified ${columns} columns and ${releases} releases, faults: ${faults.length}`);
    return faults.length === 0;
  },
};
