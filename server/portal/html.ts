// HTML from template literals: what is put in is escaped, unless it is HTML itself.

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, between tags or in quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "object") return part.map(textOf).join("");
  return escapeHtml(String(part));
}

const tidied = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The fixed text of a template, with the line breaks of its layout taken out. */
function tidy(strings: TemplateStringsArray): readonly string[] {
  const known = tidied.get(strings);
  if (known) return known;
  const made = strings.map((text) => text.replace(/\s+/g, " ").replace(/ (\/?>)/g, "$1"));
  tidied.set(strings, made);
  return made;
}

/** HTML with parts put in: lists one after another, nothing for null and false. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(
    tidy(strings)
      .map((text, at) => text + textOf(parts[at]))
      .join(""),
  );

/** What is shown of a list with a separator between. */
export const joined = (parts: readonly Part[], separator: string): Html =>
  new Html(parts.map(textOf).join(escapeHtml(separator)));
