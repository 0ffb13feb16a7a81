// Characters that no text of a table has: NUL, halves of surrogate pairs, and U+FFFD, which stands where bytes were lost.

import type { FindingLog } from "#server/import/findings/finding_log";
import type { Source, SourceRow } from "#server/import/readers/source";

const SUSPECT = /[\0\uD800-\uDFFF\uFFFD]/;
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const REPLACEMENT = "\uFFFD";

/** A text without NUL, with U+FFFD for each half of a pair. */
const mended = (text: string): string => text.replaceAll("\0", "").replace(HALF, REPLACEMENT);

interface Damage {
  count: number;
  /** The first row. */
  readonly row: number;
}

/** A source whose cells can be stored; each column with damaged cells is reported when the rows have been read. */
export function withSoundText(source: Source, file: string, log: FindingLog): Source {
  const columns = source.columns.map((name) => (SUSPECT.test(name) ? mended(name) : name));
  return {
    ...source,
    columns,
    async *rows() {
      const damage = new Map<number, Damage>();
      for await (const row of source.rows()) yield soundRow(row, damage);
      for (const [column, { count, row }] of damage)
        log.add({
          severity: "warning",
          rule: "characters_damaged",
          file,
          row,
          column: columns[column]!,
          message: `${count} ${count === 1 ? "cell holds" : "cells hold"} NUL, half of a surrogate pair, or U+FFFD where bytes were lost, as in row ${row}`,
          action: `NUL was left out, halves were read as U+FFFD; look at the file, or set "encoding" in the profile`,
        });
    },
  };
}

function soundRow(row: SourceRow, damage: Map<number, Damage>): SourceRow {
  if (!row.cells.some((cell) => SUSPECT.test(cell))) return row;
  const cells = row.cells.map((cell, column) => {
    if (!SUSPECT.test(cell)) return cell;
    const sound = mended(cell);
    if (sound === cell && !cell.includes(REPLACEMENT)) return cell;
    const known = damage.get(column);
    if (known) known.count++;
    else damage.set(column, { count: 1, row: row.number });
    return sound;
  });
  return { ...row, cells };
}
