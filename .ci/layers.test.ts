// The linter's rules bite: each planted import against the layers is reported where it stands.

import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProject, type ProjectCopy } from "./project_copy.ts";

/** What a file of a folder must not import. */
const PLANTED: readonly (readonly [file: string, imported: string])[] = [
  ["domain/planted.ts", "#sql/connect"],
  ["domain/planted_io.ts", "node:fs"],
  ["tiles/planted.ts", "#sql/connect"],
  ["sql/planted.ts", "#server/errors"],
  ["seeds/demo/planted.ts", "#server/errors"],
  ["server/planted.ts", "#client/model/view.ts"],
  ["server/read/planted.ts", "#server/release/publish"],
  ["server/column_store/planted.ts", "#server/read/release"],
  ["server/import/planted.ts", "#server/routes/values"],
  ["server/release/planted.ts", "#server/import/load/load"],
  ["server/http/planted.ts", "#server/routes/values"],
  ["server/routes/planted.ts", "#server/release/publish"],
  ["server/planted_bench.ts", "#bench/row"],
  ["client/planted.ts", "#server/errors"],
  ["client/model/planted.ts", "#client/i18n/words.ts"],
  ["client/i18n/planted.ts", "#client/data/api.ts"],
  ["client/data/planted.ts", "#client/ui/Icon.tsx"],
  ["client/charts/planted.ts", "#client/data/api.ts"],
  ["client/ui/planted.ts", "#client/map/map_view.ts"],
  ["client/map/planted.ts", "#client/legend/Legend.tsx"],
  ["client/figures/planted.ts", "#client/map/map_view.ts"],
  ["client/legend/planted.ts", "#client/table/RankedTable.tsx"],
  ["client/lenses/planted.ts", "#client/profile/Profile.tsx"],
  ["client/lenses/poverty/planted.ts", "#client/lenses/help/Money.tsx"],
  ["client/modes/compare/planted.ts", "#client/modes/bivariate/BivariateTable.tsx"],
  ["client/profile/planted.ts", "#client/modes/compare/CompareMaps.tsx"],
  ["client/shell/planted.ts", "#client/pages/catalog/CatalogPage.tsx"],
  ["client/table/planted_up.ts", "../legend/Legend.tsx"],
];

let copy: ProjectCopy;
let reported: Map<string, string[]>;

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

beforeAll(() => {
  copy = copyProject();
  for (const [file, imported] of PLANTED)
    copy.write(file, `import type * as planted from "${imported}";\nexport type Planted = typeof planted;\n`);
  copy.write("domain/planted_a.ts", 'import type { B } from "./planted_b.ts";\nexport type A = B | 1;\n');
  copy.write("domain/planted_b.ts", 'import type { A } from "./planted_a.ts";\nexport type B = A | 2;\n');
  const { output } = copy.run("oxlint", ["--format", "json"]);
  const { diagnostics } = JSON.parse(output) as Report;
  reported = new Map(
    [...Map.groupBy(diagnostics, ({ filename }) => filename)].map(([file, all]) => [
      file,
      all.map(({ code }) => code),
    ]),
  );
});
afterAll(() => copy.remove());

test.each(PLANTED)("%s must not import %s", (file) => {
  expect(reported.get(file)).toContain("eslint(no-restricted-imports)");
});

test("a cycle of types alone is reported", () => {
  expect(reported.get("domain/planted_a.ts")).toContain("import(no-cycle)");
});

test("nothing else is reported", () => {
  expect([...reported.keys()].filter((file) => !file.includes("planted"))).toEqual([]);
});
