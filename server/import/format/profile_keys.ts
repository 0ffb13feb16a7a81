// The keys of a profile from its schema: path, type, whether it must be there, default, what it holds, an example.

import { z } from "zod";
import type { FormatKey } from "#domain/contract/format";
import { file } from "#server/import/profile/key";
import { profileSchema } from "#server/import/profile/profile";
import { KEYS_IN_CHINESE } from "./keys_in_chinese.ts";

/** What is read of JSON Schema, in which zod writes a schema. */
interface Node {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  /** What holds where the key is left out. */
  readonly usual?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | boolean;
}

const schemaOf = (schema: z.ZodType): Node =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Node;

const FILE_KEYS = schemaOf(z.strictObject(file));

/** So many names of an object stand in its type; all of them have rows of their own. */
const MOST_NAMES = 7;

/** Whether a key is one of any file, which have a section of their own. */
const isOfFile = (name: string, { properties }: Node): boolean =>
  FILE_KEYS.properties![name]?.description === properties?.[name]?.description;

/** Sections of their own, in order; everything else at the top of a profile is the first. */
const SECTIONS = [
  "levels",
  "lineage",
  "measures",
  "indicators",
  "tables",
  "facilities",
  "roads",
  "context",
  "register",
] as const;

export type KeySection = "profile" | "file" | (typeof SECTIONS)[number];

/** The branches of a schema, each as it is written: a union has several, anything else itself. */
const branches = (node: Node): readonly Node[] => node.anyOf?.flatMap(branches) ?? [node];

/** The type of a value in words: `text`, `whole number`, `list of text`, `{ column, times }`. */
export function typeInWords(node: Node): string {
  const words = branches(node).map((branch) => {
    if (branch.const !== undefined) return `\`${String(branch.const)}\``;
    if (branch.enum) return branch.enum.map((value) => `\`${String(value)}\``).join(", ");
    if (branch.prefixItems) return `[${branch.prefixItems.map(typeInWords).join(", ")}]`;
    if (branch.properties) {
      const names = Object.keys(branch.properties).filter(
        (name) => name === "file" || !isOfFile(name, branch),
      );
      return `{ ${names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), "…"].join(", ") : names.join(", ")} }`;
    }
    if (branch.items) return `list of ${typeInWords(branch.items)}`;
    if (typeof branch.additionalProperties === "object")
      return `by name: ${typeInWords(branch.additionalProperties)}`;
    if (branch.type === "integer") return "whole number";
    if (branch.type === "boolean") return "`true`, `false`";
    return [branch.type ?? "anything"]
      .flat()
      .map((type) => (type === "string" ? "text" : type))
      .join(" or ");
  });
  return [...new Set(words)].join(" or ");
}

/** As YAML in one line. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null && Object.keys(value).length === 0) return "{}";
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${inline(inner)}`)
      .join(", ")} }`;
  const isPlain = typeof value !== "string" || /^[\p{L}_/.][\p{L}\p{N}_/. ()*-]*$/u.test(value);
  return isPlain ? String(value) : JSON.stringify(value);
}

const inBothLanguages = (description: string): FormatKey["holds"] => ({
  en: description,
  zh: KEYS_IN_CHINESE[description] ?? description,
});

/** The objects that stand under a key: of a list its items, of a union each of its branches. */
function* objectsUnder(node: Node, path: string): Generator<[Node, string]> {
  for (const branch of branches(node)) {
    if (branch.properties) yield [branch, path];
    else if (branch.items) yield* objectsUnder(branch.items, `${path}[]`);
    else if (typeof branch.additionalProperties === "object")
      yield* objectsUnder(branch.additionalProperties, `${path}.*`);
  }
}

/** Everything below `node`, depth first; `listed` are keys that are described already, by name and description. */
function* keysUnder(node: Node, path: string, listed: ReadonlySet<string>): Generator<FormatKey> {
  const own = new Set(listed);
  const seen = new Set<string>();
  for (const [object, at] of objectsUnder(node, path)) {
    for (const [name, value] of Object.entries(object.properties!)) {
      const id = `${name}\n${value.description ?? ""}`;
      if (seen.has(id) || (listed.has(id) && name !== "file")) continue;
      seen.add(id);
      own.add(id);
      const isRequired = object.required?.includes(name) === true && value.usual === undefined;
      yield {
        path: at === "" ? name : `${at}.${name}`,
        type: typeInWords(value),
        isRequired,
        ...(value.usual === undefined ? {} : { default: inline(value.usual) }),
        holds: inBothLanguages(value.description ?? ""),
        ...(value.example === undefined ? {} : { example: inline(value.example) }),
      };
      yield* keysUnder(value, at === "" ? name : `${at}.${name}`, own);
    }
  }
}

/** All keys of a profile by section. */
export function profileKeys(): { id: KeySection; keys: FormatKey[] }[] {
  const whole = schemaOf(profileSchema);
  const inFile = new Set(
    Object.entries(FILE_KEYS.properties!).map(([name, { description }]) => `${name}\n${description ?? ""}`),
  );
  const all = [...keysUnder(whole, "", inFile)];
  const sectionOf = ({ path }: FormatKey): KeySection =>
    SECTIONS.find((id) => path === id || path.startsWith(`${id}[`) || path.startsWith(`${id}.`)) ?? "profile";
  return [
    { id: "profile", keys: all.filter((each) => sectionOf(each) === "profile" || !/[.[]/.test(each.path)) },
    { id: "file", keys: [...keysUnder(FILE_KEYS, "", new Set())] },
    ...SECTIONS.map((id) => ({
      id,
      keys: all.filter((each) => sectionOf(each) === id && /[.[]/.test(each.path)),
    })),
  ];
}
