// The sheets of a workbook by name, and where in the archive each lies, without parsing any.

export interface ListedSheet {
  readonly name: string;
  /** Member of the archive. */
  readonly path: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plain = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : (ENTITIES[name] ?? all),
  );

/** The attributes of each element of a name. */
function elements(xml: string, name: string): Map<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(
    ([, attributes]) =>
      new Map(
        [...attributes!.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, key, double, single]) => [key!.replace(/^\w+:/, ""), plain(double ?? single ?? "")] as const,
        ),
      ),
  );
}

const MAIN = "xl/workbook.xml";

/** The worksheets in the order of the workbook; those whose place is not named are left out. */
export function listSheets(members: ReadonlyMap<string, Buffer>): ListedSheet[] {
  const text = (name: string): string => members.get(name)?.toString("utf8") ?? "";
  const places = new Map(
    elements(text("xl/_rels/workbook.xml.rels"), "Relationship").map(
      (relation) => [relation.get("Id"), relation.get("Target") ?? ""] as const,
    ),
  );
  return elements(text(MAIN), "sheet").flatMap((sheet) => {
    const target = places.get(sheet.get("id"));
    if (!target) return [];
    return [
      { name: sheet.get("name") ?? "", path: target.startsWith("/") ? target.slice(1) : `xl/${target}` },
    ];
  });
}
