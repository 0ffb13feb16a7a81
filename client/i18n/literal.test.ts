// No component says anything by itself: all words come from the language files.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAst } from "rolldown/parseAst";
import { expect, it } from "vitest";

const SPOKEN = new Set(["aria-label", "title", "placeholder", "alt", "label"]);
const HAS_WORD = /\p{L}{2}/u;

interface Node {
  readonly type: string;
  readonly name?: { readonly name?: string };
  readonly value?: unknown;
}

function literals(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const part of node) literals(part, found);
  else if (typeof node === "object" && node !== null && "type" in node) {
    const { type, name, value } = node as Node;
    if (type === "JSXText" && HAS_WORD.test(String(value))) found.push(String(value).trim());
    if (type === "JSXAttribute" && SPOKEN.has(name?.name ?? "")) {
      const text = (value as { value?: unknown } | null)?.value;
      if (typeof text === "string" && HAS_WORD.test(text)) found.push(`${name?.name}="${text}"`);
    }
    for (const part of Object.values(node)) literals(part, found);
  }
  return found;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".tsx"),
);

it("finds words where there are some", () => {
  const ast = parseAst('<p title="Two words">Hello {name}</p>', { lang: "tsx" });
  expect(literals(ast)).toEqual(['title="Two words"', "Hello"]);
});

it.each(files)("%s has no words of its own", (file) => {
  expect(literals(parseAst(readFileSync(root + file, "utf8"), { lang: "tsx" }))).toEqual([]);
});
