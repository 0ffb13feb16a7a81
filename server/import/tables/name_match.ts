// Areas by their names: within the areas above that a row names, never by a guess.

import type { Text } from "#domain/text";
import { foldText } from "#server/column_store/search_text";

/** An area as it can be matched. */
export interface NamedArea {
  readonly code: string;
  readonly names: Text;
  /** The areas above. */
  readonly above: readonly { readonly code: string; readonly names: Text }[];
}

export const HOWS = ["exact", "folded", "alias", "ambiguous", "none"] as const;
export type How = (typeof HOWS)[number];

export interface Match {
  readonly how: How;
  /** The area that is meant; of an ambiguous name those that it may be. */
  readonly codes: readonly string[];
}

/** A name without case, accents, punctuation and spaces. */
const folded = (name: string): string => foldText(name).replace(/[\p{P}\p{Z}]+/gu, "");

const add = (index: Map<string, NamedArea[]>, name: string, area: NamedArea): void => {
  const known = index.get(name);
  if (!known) index.set(name, [area]);
  else if (!known.includes(area)) known.push(area);
};

/** What an alias leads to, for the name in itself or within an area above. */
export interface Alias {
  readonly name: string;
  readonly code: string;
}

export class NameMatcher {
  readonly #exact = new Map<string, NamedArea[]>();
  readonly #folded = new Map<string, NamedArea[]>();
  readonly #aliases = new Map<string, Set<string>>();
  readonly #byCode = new Map<string, NamedArea>();

  constructor(areas: readonly NamedArea[], aliases: readonly Alias[]) {
    for (const area of areas) {
      this.#byCode.set(area.code, area);
      for (const name of Object.values(area.names)) {
        add(this.#exact, name.trim(), area);
        add(this.#folded, folded(name), area);
      }
    }
    for (const { name, code } of aliases) {
      const codes = this.#aliases.get(folded(name)) ?? new Set();
      this.#aliases.set(folded(name), codes.add(code));
    }
  }

  /**
   * The area of a name inside all areas above that `within` names, each by code or name. An alias goes before the names, since
   * somebody wrote it down; a name that fits several areas is none.
   */
  find(name: string, within: readonly string[]): Match {
    const isInside = (area: NamedArea): boolean => within.every((place) => liesIn(area, place));
    const aliased = [...(this.#aliases.get(folded(name)) ?? [])].filter((code) => {
      const area = this.#byCode.get(code);
      return area !== undefined && isInside(area);
    });
    if (aliased.length === 1) return { how: "alias", codes: aliased };
    for (const [how, index, key] of [
      ["exact", this.#exact, name.trim()],
      ["folded", this.#folded, folded(name)],
    ] as const) {
      const codes = (index.get(key) ?? []).filter(isInside).map(({ code }) => code);
      if (codes.length === 1) return { how, codes };
      if (codes.length > 1) return { how: "ambiguous", codes };
    }
    return { how: "none", codes: [] };
  }
}

const liesIn = ({ above }: NamedArea, place: string): boolean =>
  above.some(
    ({ code, names }) =>
      code === place.trim() || Object.values(names).some((name) => folded(name) === folded(place)),
  );
