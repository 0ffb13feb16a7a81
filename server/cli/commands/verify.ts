// `lens verify`: hashes what is published and the audit log anew and names what was changed.

import { UsageError, type Command } from "#server/cli/command";
import { verifyLog } from "#server/audit/verify_log";
import { verifyReleases } from "#server/release/verify";

export const verifyCommand: Command<{ readonly head: string | null }> = {
  name: "verify",
  operands: [],
  options: { head: { type: "string", value: "HASH" } },
  summary: "hash what is published and the audit log anew, which must hold HASH, and name what was changed",
  parse: ({ options: { head } }) => {
    if (typeof head !== "string") return { head: null };
    if (!/^[0-9a-f]{64}$/.test(head))
      throw new UsageError(`--head is "${head}": it is the hash of an entry, 64 digits and letters a to f`);
    return { head };
  },
  async run({ head }, { database, onProgress, print }) {
    const { columns, releases, faults } = await verifyReleases(database, onProgress);
    const log = await verifyLog(database.knex, head === null ? [] : [head]);
    const all = [...faults, ...log.faults];
    for (const fault of all) print(fault);
    print(`audit log: ${log.entries} entries, head ${log.head}`);
    print(`verified ${columns} columns and ${releases} releases, faults: ${all.length}`);
    return all.length === 0;
  },
};
