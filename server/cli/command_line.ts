// The words of `npm run lens --`, parsed.

import { parseArgs } from "node:util";

export const USAGE = `usage: npm run lens -- COMMAND

  import PROFILE [--dry-run] [--json]   read a dataset, check it, load it and make a draft release of it
  seed [--villages N] [--years N]       make and publish the fictional demo (3,600 villages, 9 years); 620573 are a country
  boundaries                            list the boundary versions that figures can be told on
  draft [--boundary V]                  make the draft anew, told on boundary version V (the newest)
  publish [--note TEXT]                 make the draft the latest release
  withdraw RELEASE                      take a release back; the one before it is the latest again
  releases                              list all releases
  help                                  show this

Findings are written to standard output, progress to standard error. The exit status is 0 only when all is well.
The database is that of DATABASE_URL, or the embedded one in DATA_DIR (.data); a running server may stay up.`;

export type Command =
  | {
      readonly name: "import";
      readonly profile: string;
      readonly isDryRun: boolean;
      readonly isJson: boolean;
    }
  | { readonly name: "seed"; readonly villages: number | null; readonly years: number | null }
  | { readonly name: "boundaries" }
  | { readonly name: "draft"; readonly boundaryVersion: number | null }
  | { readonly name: "publish"; readonly note: string }
  | { readonly name: "withdraw"; readonly release: number }
  | { readonly name: "releases" }
  | { readonly name: "help" };

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const OPTIONS = {
  import: { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  seed: { villages: { type: "string" }, years: { type: "string" } },
  boundaries: {},
  draft: { boundary: { type: "string" } },
  publish: { note: { type: "string" } },
  withdraw: {},
  releases: {},
  help: {},
} as const;

const OPERANDS = {
  import: ["PROFILE"],
  seed: [],
  boundaries: [],
  draft: [],
  publish: [],
  withdraw: ["RELEASE"],
  releases: [],
  help: [],
} as const;

/** Most villages that the demo can have. */
const MAX_VILLAGES = 690_000;
const MAX_VERSION = 1_000_000;
/** Years that it can tell of. */
const MAX_YEARS = 9;

function wholeNumber(what: string, text: string, max: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > max)
    throw new UsageError(`${what} is "${text}": it is a whole number from 1 to ${max}`);
  return number;
}

const optionalNumber = (what: string, text: unknown, max: number): number | null =>
  typeof text === "string" ? wholeNumber(what, text, max) : null;

/** Parses the words after `lens`; throws a UsageError. */
export function parseCommand(words: readonly string[]): Command {
  const [name = "help", ...rest] = words;
  if (name === "--help" || name === "-h") return { name: "help" };
  if (!Object.hasOwn(OPTIONS, name))
    throw new UsageError(`unknown command "${name}": known are ${Object.keys(OPTIONS).join(", ")}`);
  const known = name as keyof typeof OPTIONS;
  const parsed = parse(known, rest);
  const operands = OPERANDS[known];
  if (parsed.positionals.length !== operands.length)
    throw new UsageError(
      `${name} takes ${operands.length === 0 ? "no operand" : operands.join(" ")}, got ${parsed.positionals.length === 0 ? "none" : parsed.positionals.map((word) => `"${word}"`).join(" ")}`,
    );
  const { values } = parsed;
  const [operand = ""] = parsed.positionals;
  switch (known) {
    case "import":
      return {
        name: known,
        profile: operand,
        isDryRun: values["dry-run"] === true,
        isJson: values["json"] === true,
      };
    case "seed":
      return {
        name: known,
        villages: optionalNumber("--villages", values["villages"], MAX_VILLAGES),
        years: optionalNumber("--years", values["years"], MAX_YEARS),
      };
    case "draft":
      return {
        name: known,
        boundaryVersion: optionalNumber("--boundary", values["boundary"], MAX_VERSION),
      };
    case "publish":
      return { name: known, note: typeof values["note"] === "string" ? values["note"] : "" };
    case "withdraw":
      return { name: known, release: wholeNumber("RELEASE", operand, 1e9) };
    default:
      return { name: known };
  }
}

function parse(
  name: keyof typeof OPTIONS,
  args: string[],
): { positionals: string[]; values: Readonly<Record<string, unknown>> } {
  try {
    return parseArgs({ args, options: OPTIONS[name], allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? `${name}: ${error.message}` : String(error));
  }
}
