// What the linter holds the code to. The layers are a table: who may import whom, type-only imports included.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "oxlint";

/** A folder and what of this project it may import; its own folder always, and all else never. */
interface Layer {
  readonly folder: string;
  readonly may: readonly string[];
  /** Packages that it must not import, with the reason. */
  readonly without?: { readonly packages: string[]; readonly because: string };
}

const PURE = { packages: ["node:*", "pg", "knex", "express"], because: "it is pure: no input or output" };
const NO_DATABASE = { packages: ["pg", "knex", "express"], because: "no database and no HTTP" };
const NO_HTTP = { packages: ["express"], because: "no HTTP" };

/** The client from below; each floor may import those under it. */
const CLIENT_FLOORS: readonly (readonly string[])[] = [
  ["styles", "model"],
  ["i18n"],
  ["data", "charts"],
  ["ui"],
  ["map", "figures", "basket"],
  ["legend", "table", "filters", "catalog", "lenses"],
  ["modes", "profile"],
  ["shell"],
  ["pages"],
];

const under = (floor: number): string[] =>
  CLIENT_FLOORS.slice(0, floor)
    .flat()
    .map((folder) => `client/${folder}`);

const CLIENT: readonly Layer[] = CLIENT_FLOORS.flatMap((folders, floor) =>
  folders.map((folder) => ({ folder: `client/${folder}`, may: ["domain", ...under(floor)] })),
);

/** Folders whose own subfolders do not import each other: adding one touches a table and no neighbour. */
const APART = ["client/modes", "client/lenses", "client/pages"] as const;

/** What the server can do beside reading: a folder each, which meet by ids only. */
const FEATURES: readonly Layer[] = ["server/planning", "server/portal", "server/reports"].map((folder) => ({
  folder,
  may: [
    "domain",
    "sql",
    "tiles",
    "analysis",
    "server/read",
    "server/jobs",
    "server/column_store",
    "server/audit",
    "server/cache",
    "server/errors",
    "server/log",
  ],
  without: NO_HTTP,
}));

const LAYERS: readonly Layer[] = [
  { folder: "domain", may: [], without: PURE },
  { folder: "tiles", may: ["domain"], without: NO_DATABASE },
  { folder: "analysis", may: ["domain"], without: NO_DATABASE },
  { folder: "analysis/access", may: ["domain", "analysis/problem"], without: NO_DATABASE },
  {
    folder: "analysis/allocation",
    may: ["domain", "analysis/access", "analysis/load_highs", "analysis/problem"],
    without: NO_DATABASE,
  },
  {
    folder: "analysis/disclosure",
    may: ["domain", "analysis/load_highs", "analysis/problem"],
    without: NO_DATABASE,
  },
  { folder: "sql", may: ["domain"], without: NO_HTTP },
  { folder: "seeds", may: ["domain", "sql", "tiles"], without: NO_HTTP },
  { folder: "server", may: ["domain", "sql", "tiles", "seeds", "analysis"] },
  { folder: "server/audit", may: ["domain", "sql"], without: NO_HTTP },
  { folder: "server/column_store", may: ["domain", "sql", "tiles", "server/errors"] },
  {
    folder: "server/read",
    may: [
      "domain",
      "sql",
      "tiles",
      "server/column_store",
      "server/cache",
      "server/config",
      "server/errors",
      "server/log",
    ],
    without: NO_HTTP,
  },
  {
    folder: "server/import",
    may: [
      "domain",
      "sql",
      "tiles",
      "analysis",
      "server/audit",
      "server/column_store",
      "server/release",
      "server/errors",
    ],
    without: NO_HTTP,
  },
  {
    folder: "server/release",
    may: ["domain", "sql", "tiles", "analysis", "server/audit", "server/column_store", "server/errors"],
    without: NO_HTTP,
  },
  {
    folder: "server/backup",
    may: ["domain", "sql", "server/audit", "server/config", "server/errors", "server/release"],
    without: NO_HTTP,
  },
  { folder: "server/jobs", may: ["domain", "sql", "server/errors", "server/log"], without: NO_HTTP },
  ...FEATURES,
  {
    folder: "server/http",
    may: [
      "domain",
      "sql",
      "server/planning",
      "server/read",
      "server/column_store",
      "server/cache",
      "server/config",
      "server/errors",
      "server/log",
    ],
  },
  {
    folder: "server/routes",
    may: [
      "domain",
      "sql",
      "tiles",
      "server/http",
      "server/read",
      "server/column_store",
      "server/cache",
      "server/client_build",
      "server/jobs",
      "server/planning",
      "server/portal",
      "server/reports",
      "server/errors",
      "server/log",
    ],
  },
  { folder: "client", may: ["domain"] },
  ...CLIENT,
];

/** Every folder and file of the project that an import may name: `domain`, `server/read`, `server/errors`, … */
function places(): string[] {
  const tops = ["domain", "analysis", "sql", "tiles", "seeds", "server", "client", "bench"];
  const inside = (top: string): string[] =>
    readdirSync(join(import.meta.dirname, top), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || /\.tsx?$/.test(entry.name))
      .map((entry) => `${top}/${entry.name.replace(/\.tsx?$/, "")}`);
  return [...tops, ...inside("analysis"), ...inside("server"), ...inside("client")];
}

const covers = (place: string, other: string): boolean => place === other || other.startsWith(`${place}/`);

/** An alias of one of these places: `#server/read/…`, or the file itself. */
const aliasOf = (forbidden: readonly string[]): string => `^#(${forbidden.join("|")})(/|\\.tsx?$|$)`;

/** The places that a layer must not import; a place that holds an allowed one is looked at piece by piece. */
function forbiddenTo({ folder, may }: Layer): string[] {
  const allowed = [folder, ...may];
  return places().filter(
    (place) =>
      !allowed.some((allowedPlace) => covers(allowedPlace, place)) &&
      !allowed.some((allowedPlace) => covers(place, allowedPlace)),
  );
}

interface Pattern {
  readonly regex?: string;
  readonly group?: string[];
  readonly message: string;
}

/** Across folders by alias, inside a folder by `./`. */
const NO_WAY_UP = { regex: "^\\.\\./", message: "across folders by alias, inside a folder by ./" };

const rulesOf = (patterns: readonly Pattern[]) => ({
  "no-restricted-imports": ["error", { patterns: [NO_WAY_UP, ...patterns] }] as [
    "error",
    { patterns: Pattern[] },
  ],
});

function overrideOf(layer: Layer, more: readonly Pattern[] = []) {
  const { folder, may, without } = layer;
  const patterns: Pattern[] = [
    {
      regex: aliasOf(forbiddenTo(layer)),
      message: `${folder} may import ${may.join(", ") || "nothing of this project"}`,
    },
    ...more,
  ];
  if (without) patterns.push({ group: without.packages, message: `${folder}: ${without.because}` });
  return { files: [`${folder}/**`], rules: rulesOf(patterns) };
}

/** No mode imports another, nor does a lens or page. */
const apart = APART.flatMap((folder) => {
  const layer = LAYERS.find((candidate) => candidate.folder === folder)!;
  const rooms = readdirSync(join(import.meta.dirname, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return rooms.map((room) => {
    const others = rooms.filter((name) => name !== room).map((name) => `${folder}/${name}`);
    const pattern = { regex: aliasOf(others), message: `${folder}: none imports another` };
    return { ...overrideOf(layer, others.length > 0 ? [pattern] : []), files: [`${folder}/${room}/**`] };
  });
});

/** A function past 60 lines is two; this is the longest that is left, and none may be longer. */
const MOST_LINES = 74;

const linesPerFunction = (max: number) => ({ max, skipBlankLines: true, skipComments: true });

export default defineConfig({
  plugins: ["typescript", "import", "react", "unicorn", "oxc", "jsx-a11y", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  rules: {
    ...rulesOf([]),
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "no-console": "error",
    "no-var": "error",
    "prefer-const": "error",
    eqeqeq: ["error", "always", { null: "ignore" }],
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "off",
    "typescript/consistent-type-imports": "error",
    "import/no-unassigned-import": "off",
    "import/no-named-as-default-member": "off",
    "import/no-named-as-default": "off",
    "no-shadow": "off",
    "react/react-in-jsx-scope": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    "unicorn/prefer-add-event-listener": "off",
    "unicorn/require-post-message-target-origin": "off",
    "vitest/require-mock-type-parameters": "off",
    "no-await-in-loop": "off",
    "no-underscore-dangle": "off",
    "unicorn/consistent-function-scoping": "off",
    "vitest/no-conditional-expect": "off",
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    "max-lines-per-function": ["error", linesPerFunction(MOST_LINES)],
  },
  overrides: [
    ...LAYERS.map((layer) => overrideOf(layer)),
    ...apart,
    // Tests, benchmarks and what starts the app may look at anything.
    {
      files: [
        "**/*.test.{ts,tsx}",
        "server/test/**",
        "sql/test/**",
        "bench/**",
        "client/e2e/**",
        "client/*.tsx",
      ],
      rules: rulesOf([]),
    },
    // A suite is one function, and so is a fixture that is made in one go.
    {
      files: [
        "**/*.test.{ts,tsx}",
        "server/test/**",
        "sql/test/**",
        "bench/**",
        "client/e2e/**",
        "tiles/fixtures/**",
      ],
      rules: { "max-lines-per-function": "off" },
    },
    // Still to be split.
    {
      files: ["client/pages/plan/**"],
      rules: { "max-lines-per-function": ["error", linesPerFunction(105)] },
    },
  ],
  ignorePatterns: ["dist", "artefacts", ".data"],
});
