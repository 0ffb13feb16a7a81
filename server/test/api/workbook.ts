// Workbooks and columns: read back, they hold what the endpoints of values say.

import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import readExcelFile from "read-excel-file/node";
import { packCodes } from "#domain/area_set_codec";
import { columnsContract } from "#domain/contract/columns";
import { setContract } from "#domain/contract/sets";
import { valuesContract } from "#domain/contract/values";
import { workbookContract } from "#domain/contract/workbook";
import { pathOf } from "#server/test/running";
import type { Api } from "./api.ts";

type Row = readonly (string | number | null)[];

/** Tests `/api/workbook` and `/api/columns`. */
export function workbookCases(api: Api): void {
  const { ask, refuse, values } = api;

  const sheetsOf = async (
    query: Record<string, string>,
  ): Promise<{ name: string; table: Row[]; about: Row[] }> => {
    const response = await fetch(api.url + pathOf(workbookContract, query));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(workbookContract.media);
    const sheets = await readExcelFile(Buffer.from(await response.arrayBuffer()));
    const [table, about] = sheets.map(({ data }) => data as Row[]);
    return { name: response.headers.get("content-disposition")!, table: table!, about: about! };
  };

  it("holds the list of a level: codes as text, exact numbers, what lies above, words for what is missing", async () => {
    const columns = "school_travel_time@2022";
    const { table, about, name } = await sheetsOf({ columns, level: "village", language: "zh" });
    expect(name).toContain("demo-school_travel_time-2022-village-r1.xlsx");
    const [head, ...rows] = table;
    const { areas, parents } = await ask(valuesContract, {
      indicator: "school_travel_time",
      period: "2022",
      level: "village",
    });
    expect(head!.slice(0, 7)).toEqual(["位次（1=最重）", "可能的最后位次", "代码", "村", "乡镇", "县", "市"]);
    const at = (text: string): number => head!.findIndex((cell) => String(cell).includes(text));
    const valueAt = at("（分钟）");
    const byCode = new Map(rows.map((row) => [row[2], row]));
    expect(rows).toHaveLength(areas.length);
    for (const area of areas) {
      const row = byCode.get(area.code)!;
      expect(row[0] ?? undefined).toBe(area.rankFirst);
      expect(row[4]).toBe(parents[area.parent!]!.names["zh"]);
      if (area.value !== undefined) expect(row[valueAt]).toBeCloseTo(area.value, 10);
      else expect(row[valueAt]).toBe(area.missing === "not-applicable" ? "不适用" : "未调查");
    }
    const told = rows.map((row) => row[valueAt]).filter((cell) => typeof cell === "number");
    expect(told).toEqual([...told].sort((a, b) => b - a));
    expect(told.length).toBeLessThan(rows.length);
    const said = about.flat().join("\n");
    for (const word of ["筛选条件", "许可", "未调查", "routed_pupils", "虚构"]) expect(said).toContain(word);
  });

  it("holds only what meets all conditions, and says which, in percentage points for a change", async () => {
    const where = "population.gt.200,school_travel_time.gt.30,pupil_teacher_ratio.gt.19";
    const { table, about } = await sheetsOf({ columns: "mpi@2014..2022", level: "village", where });
    const of = async (id: string) =>
      new Map((await values(id, "2022", "village")).map(({ code, value }) => [code, value ?? Number.NaN]));
    const [people, minutes, ratio] = [
      await of("population"),
      await of("school_travel_time"),
      await of("pupil_teacher_ratio"),
    ];
    const expected = [...people.keys()].filter(
      (code) => people.get(code)! > 200 && minutes.get(code)! > 30 && ratio.get(code)! > 19,
    );
    expect(expected.length).toBeGreaterThan(3);
    const codeAt = table[0]!.indexOf("Code");
    expect(
      table
        .slice(1)
        .map((row) => row[codeAt])
        .sort(),
    ).toEqual([...expected].sort());
    expect(about.flat().join("\n")).toContain("Population, 2022: more than 200");
    expect(table[0]!.join()).toContain("change 2014 to 2022");
  });

  it("holds a set of mixed levels, all indicators wide, and compares areas in columns", async () => {
    const [county, other] = await values("mpi", "2022", "county");
    const [village] = await values("mpi", "2022", "village", other!.code);
    const codes = packCodes([county!.code, village!.code]);
    const { table } = await sheetsOf({ columns: "mpi@2022,headcount_ratio@2022", all: "1", codes });
    const indicators = api.catalog.indicators.length;
    expect(table[0]!.length).toBe(3 + 4 + indicators);
    expect(
      table
        .slice(1)
        .map((row) => row[0])
        .sort(),
    ).toEqual([county!.code, village!.code].sort());
    const csv = await fetch(
      api.url + pathOf(setContract, { codes, indicator: "mpi", period: "2022", format: "csv" }),
    );
    const listed = parse(await csv.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(listed.map((row) => [row["code"], row["county_code"]])).toEqual(
      [
        [county!.code, ""],
        [village!.code, other!.code],
      ].sort(),
    );
    const compared = await sheetsOf({ columns: "mpi@2022", all: "1", codes, rows: "indicators" });
    expect(compared.table).toHaveLength(1 + indicators);
    const mpi = compared.table.find((row) => String(row[1]).endsWith("M0, 2022"))!;
    const at = compared.table[0]!.findIndex((cell) => String(cell).endsWith(county!.code));
    expect(mpi[at]).toBeCloseTo(county!.value!, 12);
  });

  it("gives the same values by the column, and refuses what it cannot write", async () => {
    const query = {
      level: "county",
      period: "2022",
      indicators: "mpi,school_travel_time",
      people: "persons",
    };
    const { codes, columns, people } = await ask(columnsContract, query);
    const listed = await values("mpi", "2022", "county");
    expect(codes).toEqual(listed.map(({ code }) => code));
    expect(columns[0]!.values).toEqual(listed.map(({ value, missing }) => value ?? missing));
    const residents = await values("population", "2022", "county");
    expect(people).toEqual(residents.map(({ numerator }) => numerator));
    for (const wrong of [
      { columns: "mpi", level: "county" },
      { columns: "mpi@2022~reliability", level: "county" },
      { columns: "mpi@2022" },
      { columns: "mpi@2022", level: "county", where: "mpi.lt.1.gt.2" },
      { columns: "mpi@2022", level: "county", rows: "indicators" },
    ])
      expect((await refuse(pathOf(workbookContract, wrong as never))).status, JSON.stringify(wrong)).toBe(
        400,
      );
    expect(
      (await refuse(pathOf(workbookContract, { columns: "nil@2022", level: "county" } as never))).status,
    ).toBe(404);
  });
}
