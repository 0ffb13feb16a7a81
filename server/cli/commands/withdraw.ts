// `lens withdraw`: takes a published release back.

import { MAX_RELEASE, wholeNumber, type Command } from "#server/cli/command";
import { withdraw } from "#server/release/publish";

export const withdrawCommand: Command<{ readonly release: number }> = {
  name: "withdraw",
  operands: ["RELEASE"],
  options: {},
  summary: "take a release back; the one before it is the latest again",
  parse: ({ operands: [release = ""] }) => ({ release: wholeNumber("RELEASE", release, MAX_RELEASE) }),
  async run({ release }, { database, print }) {
    const latest = await withdraw(database, release);
    print(
      `release ${release} is withdrawn; ${latest === null ? "no release is published now" : `the latest is ${latest} again`}`,
    );
    return true;
  },
};
