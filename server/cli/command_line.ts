// The words of `npm run lens --`, parsed, and the help that is made from the table of commands.

import { parseArgs } from "node:util";
import { UsageError, type AnyCommand, type CommandWords } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const HELP = { name: "help", operands: [], options: {}, summary: "show this" };

const synopsis = ({ name, operands, options }: Pick<AnyCommand, "name" | "operands" | "options">): string =>
  [
    name,
    ...operands,
    ...Object.entries(options).map(([option, spec]) =>
      spec.type === "string" ? `[--${option} ${spec.value}]` : `[--${option}]`,
    ),
  ].join(" ");

function usage(): string {
  const rows = [...COMMANDS, HELP].map((command) => [synopsis(command), command.summary] as const);
  const width = Math.max(...rows.map(([words]) => words.length)) + 3;
  return `usage: npm run lens -- COMMAND

${rows.map(([words, summary]) => `  ${words.padEnd(width)}${summary}`).join("\n")}

Findings are written to standard output, progress to standard error. The exit status is 0 only when all is well.
The database is that of DATABASE_URL, or the embedded one in DATA_DIR (.data); a running server may stay up; compute needs none.`;
}

export const USAGE = usage();

/** The command that is asked for and its arguments; null for help. Throws a UsageError. */
export function parseCommandLine(words: readonly string[]): { command: AnyCommand; args: unknown } | null {
  const [name = "help", ...rest] = words;
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return { command, args: command.parse(wordsOf(command, rest)) };
  if (["help", "--help", "-h"].includes(name)) return null;
  throw new UsageError(
    `unknown command "${name}": known are ${[...COMMANDS, HELP].map((known) => known.name).join(", ")}`,
  );
}

function wordsOf({ name, operands, options }: AnyCommand, args: string[]): CommandWords {
  let parsed: { positionals: string[]; values: Readonly<Record<string, unknown>> };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? `${name}: ${error.message}` : String(error));
  }
  const { positionals } = parsed;
  const needed = operands.filter((operand) => !operand.startsWith("[")).length;
  const most = operands.at(-1)?.endsWith("…") ? Infinity : operands.length;
  if (positionals.length < needed || positionals.length > most)
    throw new UsageError(
      `${name} takes ${operands.length === 0 ? "no operand" : operands.join(" ")}, got ${positionals.length === 0 ? "none" : positionals.map((word) => `"${word}"`).join(" ")}`,
    );
  return { operands: positionals, options: parsed.values };
}
