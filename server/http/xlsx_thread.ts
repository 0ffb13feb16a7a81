// The thread that writes a workbook: text stays text, numbers keep all their digits under a format.

import { parentPort, workerData } from "node:worker_threads";
import writeExcelFile from "write-excel-file/node";
import type { CellObject, Sheet as WrittenSheet } from "write-excel-file/node";
import type { Sheet } from "#server/read/workbook/sheet";

type WrittenCell = CellObject | null;

function written(sheet: Sheet): WrittenSheet<unknown> {
  const { columns, name, stickyRows } = sheet;
  const heads = columns.map(({ head }): CellObject => ({
    value: head,
    type: String,
    fontWeight: "bold",
    wrap: true,
    alignVertical: "top",
  }));
  const count = columns[0]?.cells.length ?? 0;
  const rows = Array.from({ length: count }, (_, row) =>
    columns.map(({ cells, format }): WrittenCell => {
      const value = cells[row]!;
      if (value === null) return null;
      if (typeof value === "string") return { value, type: String };
      return format === null ? { value, type: Number } : { value, type: Number, format };
    }),
  );
  return {
    sheet: name,
    data: columns.some(({ head }) => head !== "") ? [heads, ...rows] : rows,
    columns: columns.map(({ width }) => ({ width })),
    ...(stickyRows > 0 ? { stickyRowsCount: stickyRows } : {}),
  };
}

const sheets = workerData as readonly Sheet[];
parentPort!.postMessage(await writeExcelFile(sheets.map(written) as never).toBuffer());
