// GET /api/workbook: areas with their figures as an Excel workbook.

import { workbookContract } from "#domain/contract/workbook";
import { ProblemError } from "#server/errors";
import { FileAnswer } from "#server/http/file_answer";
import { fromRelease } from "#server/http/route";
import { toXlsx, XLSX_TYPE } from "#server/http/xlsx";
import { aboutSheet } from "#server/read/workbook/about_sheet";
import { areaSheet } from "#server/read/workbook/area_sheet";
import { indicatorSheet } from "#server/read/workbook/indicator_sheet";
import { readWorkbookAreas } from "#server/read/workbook/workbook_areas";

/** Most areas that are compared in columns. */
const MAX_COMPARED = 50;

export const workbookRoute = fromRelease(workbookContract, async ({ query, release, store, signal }) => {
  const source = { store, release, query, signal };
  return store.heavy.run(async () => {
    const areas = await readWorkbookAreas(source);
    const isCompared = query.rows === "indicators";
    if (isCompared && (!query.codes || areas.length > MAX_COMPARED))
      throw new ProblemError(
        400,
        "bad parameter",
        `parameter "rows" is "indicators" with ${areas.length} areas: give at most ${MAX_COMPARED} by "codes"`,
      );
    const table = await (isCompared ? indicatorSheet : areaSheet)(source, areas);
    const bytes = await toXlsx([table, await aboutSheet(source, areas)], signal);
    const [{ indicator, period }] = query.columns as [(typeof query.columns)[number]];
    const place = query.codes ? `${areas.length}-areas` : query.level;
    const name = `${release.catalog.dataset}-${indicator}-${period}-${place}-r${release.number}.xlsx`;
    return new FileAnswer(XLSX_TYPE, bytes, name);
  }, signal);
});
