// `lens publish`: makes the draft the latest release.

import type { Command } from "#server/cli/command";
import { publish } from "#server/release/publish";

export const publishCommand: Command<{ readonly note: string }> = {
  name: "publish",
  operands: [],
  options: { note: { type: "string", value: "TEXT" } },
  summary: "make the draft the latest release",
  parse: ({ options: { note } }) => ({ note: typeof note === "string" ? note : "" }),
  async run({ note }, { database, print }) {
    print(`release ${await publish(database, note)} is published and the latest`);
    return true;
  },
};
