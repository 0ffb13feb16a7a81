// Results as Markdown.

import type { Machine } from "./machine.ts";
import type { Options } from "./options.ts";
import { isMoreBetter, ratioOf, type Figure, type Row, type Unit } from "./row.ts";

export interface Results {
  /** ISO time of the start. */
  readonly startedAt: string;
  /** Without a connection string, which may hold a password. */
  readonly options: Omit<Options, "national">;
  readonly machine: Machine;
  readonly territory: {
    readonly areas: Readonly<Record<string, number>>;
    readonly tiles: number;
    readonly seedSeconds: number;
  };
  readonly rows: readonly Row[];
  readonly seconds: number;
}

/** Writes a number with three significant digits, or all digits before the point. */
function short(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 3;
  return value.toLocaleString("en", digits ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 });
}

function cell({ label, value, details }: Figure, unit: Unit): string {
  const more = Object.entries(details).map(([name, detail]) => {
    const [, what, of] = /^(.*?) (ms|s|MB)$/.exec(name) ?? [];
    return what ? `${what} ${short(detail)} ${of}` : `${name} ${short(detail)}`;
  });
  return `${label}: **${short(value)} ${unit}**${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
}

function line(row: Row): string {
  const ratio = ratioOf(row);
  const beside = typeof row.beside === "string" ? row.beside : cell(row.beside, row.unit);
  const shown = ratio === null ? "–" : `**${short(ratio)}** ${isMoreBetter(row.unit) ? "↑" : "↓"}`;
  return `| ${[row.group, row.what, cell(row.ours, row.unit), beside, shown, row.conditions].join(" | ")} |`;
}

/** Writes machine, conditions and one table; ↑ marks ratios of which more is better, ↓ those of which less is. */
export function markdown({ startedAt, options, machine, territory, rows, seconds }: Results): string {
  const areas = Object.entries(territory.areas).map(
    ([level, count]) => `${count.toLocaleString("en")} ${level}`,
  );
  return [
    `# Benchmark of ${startedAt.slice(0, 10)}, ${options.villages.toLocaleString("en")} villages${options.isQuick ? ", quick" : ""}`,
    "",
    `- ${machine.cores} cores (${machine.cpu}), ${short(machine.memoryBytes / 2 ** 30)} GiB, ${machine.system}, Node ${machine.node}, ${machine.database}`,
    `- load before the start ${machine.loadBefore.toFixed(2)}; commit ${machine.commit ?? "unknown"}; ${short(seconds)} s in all`,
    `- fictional demo: ${areas.join(", ")}; ${territory.tiles.toLocaleString("en")} tiles; imported, cut, rolled up and published in ${short(territory.seedSeconds)} s`,
    "",
    "Ratio: our figure divided by the one beside it, both measured in this run. ↑ more is better, ↓ less is better.",
    "",
    "| group | what | ours | beside it | ratio | conditions |",
    "| --- | --- | --- | --- | ---: | --- |",
    ...rows.map(line),
    "",
  ].join("\n");
}
