// `lens audit`: prints the audit log, one entry a line, as it is hashed.

import { optionalNumber, type Command } from "#server/cli/command";
import { readEntries } from "#server/audit/verify_log";

const MAX_ENTRY = 1e9;

export const auditCommand: Command<{ readonly from: number }> = {
  name: "audit",
  operands: [],
  options: { from: { type: "string", value: "ENTRY" } },
  summary: "print what changed the system, one line an entry: its hash and its JSON",
  parse: (words) => ({ from: optionalNumber(words, "from", MAX_ENTRY) ?? 1 }),
  async run({ from }, { database, print }) {
    for await (const { hash, event } of readEntries(database.knex, from)) print(`${hash}\t${event}`);
    return true;
  },
};
