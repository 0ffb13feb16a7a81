// `lens seed`: makes and publishes the demo.

import { optionalNumber, type Command } from "#server/cli/command";
import { seedDemo } from "#server/first_data";

const MAX_VILLAGES = 690_000;
/** Years that the demo has. */
const MAX_YEARS = 9;

export const seedCommand: Command<{ readonly villages: number | null; readonly years: number | null }> = {
  name: "seed",
  operands: [],
  options: { villages: { type: "string", value: "N" }, years: { type: "string", value: "N" } },
  summary: "make and publish the fictional demo (3,600 villages, 9 years); 620573 are a country",
  parse: (words) => ({
    villages: optionalNumber(words, "villages", MAX_VILLAGES),
    years: optionalNumber(words, "years", MAX_YEARS),
  }),
  async run({ villages, years }, { database, config, onProgress, print }) {
    const release = await seedDemo(database, {
      dataDir: config.dataDir,
      onProgress,
      ...(villages === null ? {} : { villages }),
      ...(years === null ? {} : { years }),
    });
    print(
      release === null
        ? "the demo is there already: nothing was changed"
        : `the fictional demo is published as release ${release}`,
    );
    return true;
  },
};
