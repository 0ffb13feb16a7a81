// Additions to the project as the README describes them, each made in a copy.

import type { ProjectCopy } from "./project_copy.ts";

function addIndicator(copy: ProjectCopy): void {
  copy.edit(
    "domain/registry/supply.ts",
    "export const SUPPLY_INDICATORS: readonly Indicator[] = [",
    `$&
  {
    id: "teachers_per_100_people",
    lens: "supply",
    theme: "education",
    label: { en: "teachers per 100 people", zh: "每百人教师数" },
    description: { en: "Full-time teachers per 100 people.", zh: "每百人专任教师数。" },
    unit: "per_100",
    polarity: "higher-is-better",
    numerator: { teachers: 100 },
    denominator: { persons: 1 },
    rollUp: "ratio_of_sums",
    department: education,
    disclosure: "D0",
  },`,
  );
}

function addLanguage(copy: ProjectCopy): void {
  copy.edit(
    "domain/language.ts",
    "} as const satisfies Record<string, LanguageRow>;",
    `  fr: {
    htmlLang: "fr",
    locale: "fr-FR",
    name: "Français",
    gapBeforeUnit: " ",
    numberSteps: [{ from: 1e4, divisor: 1e3, mark: " k" }],
    percentagePoints: { suffix: " points", head: "points" },
  },
$&`,
  );
  copy.write(
    "client/i18n/fr/messages.ts",
    `import { en, type Messages } from "#client/i18n/en/messages.ts";

export const fr: Messages = { ...en, search: "Chercher" };
`,
  );
  copy.edit(
    "client/i18n/languages.ts",
    "Record<Language, Messages>> = { en,",
    "Record<Language, Messages>> = { en, fr,",
  );
  copy.edit("client/i18n/languages.ts", "import { zh }", 'import { fr } from "./fr/messages.ts";\n$&');
}

function addReason(copy: ProjectCopy): void {
  copy.edit(
    "domain/missing.ts",
    "} as const satisfies Record<string, MissingReason>;",
    `  refused: {
    status: 4,
    tileCode: "REF",
    severity: 4,
    swatch: "outline",
    cellTexts: ["refused"],
    label: { en: "answer refused", zh: "拒答" },
  },
$&`,
  );
}

function addFormat(copy: ProjectCopy): void {
  copy.write(
    "server/import/readers/json_lines.ts",
    `// Reads JSON Lines: one object per line.

import { cellText, type Source } from "./source.ts";
import type { InputFile } from "./input_file.ts";
import type { Reader } from "./reader.ts";

const linesOf = (file: InputFile): string[] => (file.bytes ?? Buffer.alloc(0)).toString("utf8").trim().split("\\n");

const objectOf = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;

export const jsonLinesReader: Reader = {
  id: "json_lines",
  label: "JSON Lines",
  detects: (file) => linesOf(file).length > 1 && linesOf(file).every((line) => /^\\{.*\\}$/.test(line)),
  read(file): Source {
    const objects = linesOf(file).map(objectOf);
    const columns = [...new Set(objects.flatMap(Object.keys))];
    return {
      format: "JSON Lines",
      columns,
      crs: null,
      async *rows() {
        for (const [at, object] of objects.entries())
          yield { number: at + 1, cells: columns.map((column) => cellText(object[column])) };
      },
    };
  },
};
`,
  );
  copy.edit("server/import/readers/read.ts", "  xlsxReader,\n", "$&  jsonLinesReader,\n");
  copy.edit(
    "server/import/readers/read.ts",
    "import type { OpenedFile }",
    'import { jsonLinesReader } from "./json_lines.ts";\n$&',
  );
}

function addMode(copy: ProjectCopy): void {
  copy.write(
    "client/modes/coverage/mode.ts",
    `// How much of each area was surveyed.

import { COLUMN_MODE } from "#client/modes/column_mode.ts";
import type { ModeRow } from "#client/modes/mode.ts";

export const coverage: ModeRow = {
  ...COLUMN_MODE,
  against: (_mode, { t }) => t.modes.coverage,
  entries: [
    {
      id: "coverage",
      title: (t) => t.modes.coverage,
      what: (t) => t.modes.coverage,
      enter: () => ({ mode: { kind: "named", id: "coverage" } }),
      isOn: (mode) => mode.kind === "named" && mode.id === "coverage",
    },
  ],
};
`,
  );
  copy.edit("client/modes/modes.ts", "change, compare }", "change, compare, coverage }");
  copy.edit(
    "client/modes/modes.ts",
    "import type { ModeRow }",
    'import { coverage } from "./coverage/mode.ts";\n$&',
  );
  copy.edit("client/i18n/en/modes.ts", "    second: ", '    coverage: "How much was surveyed",\n$&');
  copy.edit("client/i18n/zh/modes.ts", "    second: ", '    coverage: "调查覆盖",\n$&');
}

function addEndpoint(copy: ProjectCopy): void {
  copy.write(
    "domain/contract/remarks.ts",
    `import { z } from "zod";
import { contract, noParams } from "./contract.ts";

export const remarksContract = contract({
  id: "remarks",
  method: "POST",
  path: "/api/remarks",
  summary: "Counts the letters of a remark",
  params: noParams,
  query: z.strictObject({}),
  body: z.strictObject({ text: z.string().max(20) }),
  response: z.object({ letters: z.int() }),
});
`,
  );
  copy.write(
    "server/routes/remarks.ts",
    `// POST /api/remarks: how many letters a remark has.

import { remarksContract } from "#domain/contract/remarks";
import { plain } from "#server/http/route";

export const remarksRoute = plain(remarksContract, (_services, { body }) => ({ letters: body.text.length }));
`,
  );
  copy.edit("server/routes/routes.ts", "  releasesRoute,", "  remarksRoute,\n$&");
  copy.edit(
    "server/routes/routes.ts",
    "import { nearSetRoute",
    'import { remarksRoute } from "./remarks.ts";\n$&',
  );
}

function addPage(copy: ProjectCopy): void {
  copy.write(
    "client/pages/about/AboutPage.tsx",
    `// Who made the data.

import type { PageProps } from "#client/pages/page.ts";

export const AboutPage = ({ catalog }: PageProps) => (
  <main>
    <h1>{catalog.licence.attribution}</h1>
  </main>
);
`,
  );
  copy.edit(
    "client/pages/pages.ts",
    '  { room: "data"',
    '  { room: "data", path: /^\\/about$/, Component: AboutPage },\n$&',
  );
  copy.edit(
    "client/pages/pages.ts",
    "import { CatalogPage }",
    'import { AboutPage } from "./about/AboutPage.tsx";\n$&',
  );
}

/** What can be added, and how: the rows of "How to add things". */
export const ADDITIONS: Readonly<Record<string, (copy: ProjectCopy) => void>> = {
  "an indicator": addIndicator,
  "a language": addLanguage,
  "a reason for missing": addReason,
  "a file format": addFormat,
  "a mode": addMode,
  "an endpoint": addEndpoint,
  "a page": addPage,
};
