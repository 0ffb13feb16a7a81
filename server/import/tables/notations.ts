// Which columns of a table are written in per cent, and which mix that with plain numbers.

import type { FindingLog } from "#server/import/findings/finding_log";

const NOTATIONS = { "%": "per cent", "‰": "per mille", plain: "plain numbers" } as const;
type Notation = keyof typeof NOTATIONS;

interface Use {
  count: number;
  /** The first cell. */
  readonly row: number;
  readonly text: string;
  lastRow: number;
}

/** Counts how the numbers of each column are written. */
export class Notations {
  readonly #columns = new Map<number, Map<Notation, Use>>();

  /** Records a number with the sign behind it. Nought is the same in every notation. */
  add(column: number, value: number, sign: "%" | "‰" | null, row: number, text: string): void {
    if (value === 0 && sign === null) return;
    const uses = this.#columns.get(column) ?? new Map<Notation, Use>();
    this.#columns.set(column, uses);
    const notation = sign ?? "plain";
    const use = uses.get(notation);
    if (!use) uses.set(notation, { count: 1, row, text, lastRow: row });
    else if (use.lastRow !== row) {
      // several expressions may read one cell
      use.count++;
      use.lastRow = row;
    }
  }

  /** Reports the notation of each column that is not all plain numbers; a mixed one is an error. */
  report(file: string, names: readonly string[], log: FindingLog): void {
    for (const [column, uses] of this.#columns) {
      const name = names[column]!;
      const [first, ...others] = [...uses].sort(([, a], [, b]) => b.count - a.count);
      const [notation, use] = first!;
      if (others.length === 0 && notation === "plain") continue;
      if (others.length === 0)
        log.add({
          severity: "note",
          rule: "per_cent",
          file,
          column: name,
          value: use.text,
          message: `the column is written in ${NOTATIONS[notation]}, in ${use.count} cells`,
          action: `read as shares: ${use.text} is ${share(use.text)}`,
        });
      else
        log.add({
          severity: "error",
          rule: "per_cent_mixed",
          file,
          row: others[0]![1].row,
          column: name,
          value: others[0]![1].text,
          message: `the column mixes notations: ${[...uses].map(([of, { count, row, text }]) => `${NOTATIONS[of]} in ${count} cells, such as "${text}" in ${log.rowName(file, row)}`).join("; ")}`,
          action: "nothing is imported; write the whole column in one of them",
        });
    }
  }
}

const share = (text: string): string => {
  const sign = text.normalize("NFKC").trim().at(-1);
  const number = Number.parseFloat(text.normalize("NFKC").replace(",", "."));
  return String(Number((number / (sign === "%" ? 100 : 1000)).toPrecision(12)));
};
