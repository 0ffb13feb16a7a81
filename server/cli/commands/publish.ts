// `lens publish`: makes the draft the latest release.

import { MAX_RELEASE, wholeNumber, type Command } from "#server/cli/command";
import { publish } from "#server/release/publish";

export const publishCommand: Command<{ readonly draft: number | null; readonly note: string }> = {
  name: "publish",
  operands: ["[DRAFT]"],
  options: { note: { type: "string", value: "TEXT" } },
  summary: "make the draft, which DRAFT names, the latest release",
  parse: ({ operands: [draft], options: { note } }) => ({
    draft: draft === undefined ? null : wholeNumber("DRAFT", draft, MAX_RELEASE),
    note: typeof note === "string" ? note : "",
  }),
  async run({ draft, note }, { database, onProgress, print }) {
    const release = await publish(database, note, draft ?? undefined, onProgress);
    print(`release ${release} is published and the latest`);
    return true;
  },
};
