// What the server says about a claim of the screen: the number that belongs to the words over it.

import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { formatChange, formatValue, unitOfChange, UNITS } from "#domain/unit";
import type { Claim } from "./claims.ts";

interface Valued {
  readonly code: string;
  readonly value?: number;
}

/** Counts of classes in one order: the class of zero stands first in one legend, in the middle of another. */
const inOrder = (counts: string): string => counts.split(" ").sort().join(" ");

/** Asks the server, each question once. */
export class Truth {
  readonly #home: string;
  readonly #known = new Map<string, Promise<unknown>>();
  readonly #catalog: Catalog;

  private constructor(home: string, catalog: Catalog) {
    this.#home = home;
    this.#catalog = catalog;
  }

  static async of(home: string): Promise<Truth> {
    return new Truth(home, (await (await fetch(`${home}/api/catalog`)).json()) as Catalog);
  }

  #ask<T>(path: string): Promise<T> {
    const known = this.#known.get(path) ?? fetch(this.#home + path).then((response) => response.json());
    this.#known.set(path, known);
    return known as Promise<T>;
  }

  /** Indicators that words may mean, with or without a unit behind them. */
  #indicators(words: string): readonly CatalogIndicator[] {
    const name = words.replace(/^Change (of|in) /, "").toLowerCase();
    return this.#catalog.indicators.filter(({ label, symbol, unit }) => {
      const names = [symbol, label["en"], symbol ? `${label["en"]} ${symbol}` : undefined];
      const units = ["", UNITS[unit].label["en"], unitOfChange(unit, "en")];
      return names.some((known) =>
        units.some((of) => known && (of ? `${known} (${of})` : known).toLowerCase() === name),
      );
    });
  }

  /** "24 counties", "Worst villages", "County" → the level's id. */
  #level(words: string): string | undefined {
    const name = words.toLowerCase();
    return this.#catalog.levels.find(({ label, plural }) =>
      [label["en"], plural?.["en"]].some((known) => known && name.includes(known.toLowerCase())),
    )?.id;
  }

  /** "in Qingyun Province · 2014 to 2022" → the period of a column. */
  static #period(words: string): string {
    const periods = words.match(/\b\d{4}\b/g) ?? [];
    return periods.length > 1 ? `${periods[0]}..${periods[1]}` : (periods[0] ?? "");
  }

  async #texts(claim: Claim, indicator: CatalogIndicator): Promise<string[]> {
    const period = Truth.#period(claim.period);
    const level = this.#level(claim.level);
    const { unit, id } = indicator;
    const column = `release=1&indicator=${id}&period=${period}&level=${level}`;
    const bare = (value: number | undefined): string[] =>
      value === undefined
        ? []
        : [
            period.includes("..")
              ? formatChange(value, unit, "en", { bare: true })
              : formatValue(value, unit, "en", { bare: true }),
          ];
    const whole = (value: number | undefined): string[] =>
      value === undefined ? [] : [formatValue(value, unit, "en")];
    const valueOf = async (): Promise<number | undefined> =>
      (await this.#ask<{ areas: Valued[] }>(`/api/values?${column}`)).areas.find(
        ({ code }) => code === claim.code,
      )?.value;
    switch (claim.card) {
      case "table":
        return bare(await valueOf());
      case "two":
      case "worst":
        return whole(await valueOf());
      case "headline": {
        const path = `/api/areas/${claim.code}/profile?release=1&period=${period}`;
        const { indicators } = await this.#ask<{ indicators: { indicator: string; value?: number }[] }>(path);
        return whole(indicators.find((entry) => entry.indicator === id)?.value);
      }
      case "set": {
        const path = `/api/sets?release=1&codes=${claim.code}&period=${period}&indicator=${id}`;
        const { indicators } = await this.#ask<{ indicators: { indicator: string; value?: number }[] }>(path);
        return whole(indicators.find((entry) => entry.indicator === id)?.value);
      }
      case "legend": {
        const within = claim.code === "" ? "" : `&parent=${claim.code}&crowded=within`;
        const path = `/api/classes?${column}&k=5&zero=auto&scope=period${within}`;
        const { counts, zeroCount, classes } = await this.#ask<{
          counts: number[];
          zeroCount: number;
          classes: { hasZeroClass: boolean };
        }>(path);
        const all = classes.hasZeroClass ? [zeroCount, ...counts] : counts;
        return [inOrder(all.map((count) => formatValue(count, "count", "en", { whole: true })).join(" "))];
      }
    }
  }

  /** What the number should be, where a claim is wrong; null for a true one. */
  async wrong(claim: Claim): Promise<string | null> {
    const indicators = this.#indicators(claim.indicator);
    const texts = (await Promise.all(indicators.map((indicator) => this.#texts(claim, indicator)))).flat();
    const text = claim.card === "legend" ? inOrder(claim.text) : claim.text;
    return texts.includes(text)
      ? null
      : `${JSON.stringify(claim)} should be ${texts.join(" or ") || "nothing"}`;
  }
}
