// Writes the profile that `lens inspect` has found: YAML with comments that say what is sure, guessed, or left out.

import { Document, isMap, isPair, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import type { Figures } from "./figures.ts";
import type { FoundTable } from "./found_table.ts";
import type { FoundLevel, OlderCodes } from "./levels.ts";
import { periodIn } from "./periods.ts";
import { levelPart, lineageParts, tablePart, type Part } from "./profile_nodes.ts";

export interface FoundProfile {
  readonly dataset: string;
  /** Folder of the files, from the profile's own. */
  readonly data: string;
  readonly levels: readonly FoundLevel[];
  readonly older: readonly OlderCodes[];
  readonly tables: readonly FoundTable[];
  readonly figures: Figures;
  readonly facilities: readonly Part[];
  readonly roads: readonly Part[];
  /** Rivers, lakes and seats. */
  readonly layers: readonly Part[];
  readonly relief: Part | null;
  readonly register: Part | null;
  readonly unused: readonly { readonly file: string; readonly why: string }[];
}

/** Width of a line; what is longer is broken. */
const WIDTH = 160;
const FEWEST_LEVELS = 2;
/** Characters of a map that stands in one line. */
const FLOW_LENGTH = 150;

/** Puts small maps and all lists of numbers into one line each. */
function inline(node: unknown, isTop: boolean): void {
  if (isMap(node)) {
    for (const { value } of node.items) inline(value, false);
    if (!isTop && JSON.stringify(node).length <= FLOW_LENGTH) node.flow = true;
  } else if (isSeq(node)) {
    for (const item of node.items) inline(item, false);
    if (JSON.stringify(node).length <= FLOW_LENGTH) node.flow = true;
  }
}

/** A list of parts, each under its comments. */
function listOf(document: Document, parts: readonly Part[], isFlow: boolean): Node {
  const list = document.createNode([]) as ReturnType<Document["createNode"]> & { items: unknown[] };
  for (const { value, comments } of parts) {
    const node = document.createNode(value);
    inline(node, !isFlow);
    if (comments.length > 0) node.commentBefore = comments.map((comment) => ` ${comment}`).join("\n");
    list.items.push(node);
  }
  return list;
}

/** A map under its comments, which stand inside it, since a key has none above its value. */
function mapOf(document: Document, { value, comments }: Part): YAMLMap {
  const node = document.createNode(value) as YAMLMap;
  for (const item of node.items) inline(item.value, false);
  const [first] = node.items as { key: Scalar }[];
  first!.key.commentBefore = comments.map((comment) => ` ${comment}`).join("\n");
  return node;
}

const HEAD = ` A first profile by "lens inspect". Comments say what is sure, what is guessed, what was left out, what is to be filled.
 Look at it with: npm run lens -- import THIS_FILE --dry-run`;

/** The text of a profile. */
export function writeProfile(found: FoundProfile): string {
  const { dataset, data, levels, older, tables, figures, unused } = found;
  const document = new Document({
    dataset,
    title: { en: dataset },
    licence: { name: "to be filled", attribution: "to be filled" },
    data,
  });
  document.commentBefore =
    levels.length >= FEWEST_LEVELS
      ? HEAD
      : `${HEAD}\n to be filled: ${levels.length} of at least ${FEWEST_LEVELS} levels were found, by columns of codes that files share`;
  const hasEnglish = levels.some(({ names }) => names.some(({ language }) => language === "en"));
  if (!hasEnglish && levels.some(({ names }) => names.length > 0)) document.set("language", "zh");
  const add = (key: string, parts: readonly Part[], isFlow = false): void => {
    if (parts.length > 0) document.set(key, listOf(document, parts, isFlow));
  };
  add(
    "levels",
    levels.map((level) => levelPart(level, older)),
  );
  const since = older.map(({ present }) => shortYear(present.column.name)).find((year) => year !== null);
  add("lineage", lineageParts(older, since ?? String(new Date().getUTCFullYear())), true);
  const plain = (value: object): Part => ({ value: value as Part["value"], comments: [] });
  add("measures", figures.measures.map(plain), true);
  add("indicators", figures.indicators.map(plain), true);
  add("tables", tables.map(tablePart));
  add("facilities", found.facilities);
  add("roads", found.roads);
  const context = document.createNode({}) as YAMLMap;
  if (found.layers.length > 0) context.set("layers", listOf(document, found.layers, false));
  if (found.relief) context.set("relief", mapOf(document, found.relief));
  if (context.items.length > 0) document.set("context", context);
  if (found.register) document.set("register", mapOf(document, found.register));
  const remarks = new Map(
    tables.flatMap(({ id, columns }) =>
      columns.flatMap(({ measure, remark }) => (remark ? [[`${id}\n${measure}`, remark] as const] : [])),
    ),
  );
  commentColumns(document, remarks);
  if (unused.length > 0)
    document.comment = [` not used:`, ...unused.map(({ file, why }) => `   ${file}: ${why}`)].join("\n");
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}

/** A year of four or two digits in the name of a column: 2013 for `lad13_code`. */
function shortYear(name: string): string | null {
  const whole = periodIn(name);
  if (whole) return whole;
  const [, digits] = /[a-z](\d{2})(?!\d)/i.exec(name) ?? [];
  return digits === undefined ? null : `20${digits}`;
}

/** Writes what is guessed of a column behind it. */
function commentColumns(document: Document, remarks: ReadonlyMap<string, string>): void {
  const tables = document.get("tables");
  if (!isSeq(tables)) return;
  for (const table of tables.items) {
    if (!isMap(table)) continue;
    const columns = table.get("columns");
    if (!isMap(columns)) continue;
    let hasRemark = false;
    for (const pair of columns.items) {
      if (!isPair(pair)) continue;
      const remark = remarks.get(`${String(table.get("id"))}\n${String(pair.key)}`);
      if (!remark || !isScalar(pair.value)) continue;
      pair.value.comment = ` ${remark}`;
      hasRemark = true;
    }
    if (hasRemark) columns.flow = false;
  }
}
