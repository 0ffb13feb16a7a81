// The options of `npm run bench --`.

import { parseArgs } from "node:util";

export const USAGE = `usage: npm run bench -- [--quick] [--villages N] [--only NAME,…] [--soak SECONDS] [--national URL]

  --quick       3,600 villages, three years, short rounds: two minutes
  --villages N  size of the demo, 300 to 690,000; 18,000 by default
  --only NAME   some of the benchmarks; printed, not written to a file
  --soak SECONDS  how long the soak takes: 600 by default, 10 when quick
  --national URL  a database in which a whole country is published, to compare with; it is left as it was`;

export interface Options {
  readonly isQuick: boolean;
  readonly villages: number;
  readonly soakSeconds: number;
  /** Connection string of the database of a whole country; null without one. */
  readonly national: string | null;
  /** Names of benchmarks; null for all. */
  readonly only: readonly string[] | null;
}

/** Options from the words after `bench`; throws an Error that names the word and the rule. */
export function parseOptions(words: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: "boolean" },
      villages: { type: "string" },
      only: { type: "string" },
      soak: { type: "string" },
      national: { type: "string" },
    },
    strict: true,
  });
  const isQuick = values.quick === true;
  const villages = values.villages === undefined ? (isQuick ? 3_600 : 18_000) : Number(values.villages);
  if (!Number.isInteger(villages) || villages < 300 || villages > 690_000)
    throw new RangeError(`--villages is "${values.villages}": it is a whole number from 300 to 690000`);
  const soakSeconds = values.soak === undefined ? (isQuick ? 10 : 600) : Number(values.soak);
  if (!Number.isInteger(soakSeconds) || soakSeconds < 10 || soakSeconds > 86_400)
    throw new RangeError(`--soak is "${values.soak}": it is a whole number of seconds from 10 to 86400`);
  const national = values.national ?? null;
  if (national !== null && !/^postgres(ql)?:\/\//.test(national))
    throw new RangeError(`--national is "${national}": it starts with postgres:// or postgresql://`);
  const only = values.only?.split(",") ?? null;
  const unknown = only?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new RangeError(`--only names "${unknown}": known are ${known.join(", ")}`);
  return { isQuick, villages, soakSeconds, national, only };
}
