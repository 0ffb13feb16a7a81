// Appends columns of other tables to the rows of one, found by the code of the row.

import { type Files } from "#server/import/readers/files";
import { codeText } from "./code_text.ts";
import { columnOf } from "#server/import/readers/column";
import { ImportFault } from "#server/import/findings/import_fault";
import type { ProfileTable } from "#server/import/profile/profile";
import type { Source } from "#server/import/readers/source";

/** `source` with the columns its table joins; a row without a partner has "" there. */
export async function joinColumns(spec: ProfileTable, source: Source, files: Files): Promise<Source> {
  if (spec.join.length === 0) return source;
  const form = spec.key;
  // The profile allows no other key beside a join.
  if (!("column" in form) || "match" in form) throw new Error("a join needs a column of codes");
  const key = columnOf(source, form.column, spec.file);
  const columns = [...source.columns];
  const partners: ReadonlyMap<string, string>[] = [];
  for (const { columns: names, ...other } of spec.join)
    for (const column of names) {
      if (columns.includes(column))
        throw new ImportFault(`column "${column}" of ${other.file} is in ${spec.file} too`, {
          rule: "column_twice",
          file: other.file,
          column,
          action: "nothing was read; join a column of another name",
        });
      partners.push(await files.lookup({ ...other, column }));
      columns.push(column);
    }
  return {
    ...source,
    columns,
    async *rows() {
      for await (const row of source.rows()) {
        const code = codeText(row.cells[key]!, form);
        yield { ...row, cells: [...row.cells, ...partners.map((partner) => partner.get(code) ?? "")] };
      }
    },
  };
}
