// What the screen claims at any moment: numbers, with the words for indicator, period and level that stand over them.

import type { Page } from "playwright-core";

export interface Claim {
  readonly card: "table" | "two" | "legend" | "headline" | "worst" | "set";
  /** Words over the number, as far as the card has them. */
  readonly indicator: string;
  readonly period: string;
  readonly level: string;
  /** Code of the area that the number is about; of a legend the one that its classes are made for. */
  readonly code: string;
  readonly text: string;
}

/** Writes down what the screen claims with every frame in which it has changed, from now on. */
export const watchClaims = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = new Map<string, Claim>();
    (window as unknown as { claims: Map<string, Claim> }).claims = seen;
    const one = (within: ParentNode | null, selector: string): Element | null =>
      within?.querySelector(selector) ?? null;
    const text = (element: Element | null | undefined): string =>
      (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    const own = (element: Element | null): string => element?.firstChild?.textContent?.trim() ?? "";
    const note = (claim: Claim): void => {
      if (claim.text !== "") seen.set(JSON.stringify(claim), claim);
    };
    const noteTable = (): void => {
      const pane = one(document, "section.table");
      const head = [...(one(pane, "thead tr")?.querySelectorAll("th") ?? [])].map(text);
      const period = text(one(pane, "header > span"));
      for (const row of pane?.querySelectorAll("tbody tr[data-code]") ?? []) {
        const code = row.getAttribute("data-code")!;
        const level = head[1] ?? "";
        const value = one(row, "td.value .figure");
        const isOne = one(pane, "thead th.value") !== null;
        if (value)
          note({
            card: "table",
            indicator: text(one(pane, "thead th.value")),
            period,
            level,
            code,
            text: text(value),
          });
        else if (!isOne)
          [...row.querySelectorAll("td.num")].slice(1, 3).forEach((cell, at) =>
            note({
              card: "two",
              indicator: head[2 + at]!,
              period: period.split(" × ")[at] ?? period,
              level,
              code,
              text: text(cell),
            }),
          );
      }
    };
    const noteLegend = (): void => {
      const legend = one(document, ".legend-body:not(.bivariate-legend)");
      const counts = [...(legend?.querySelectorAll(".class-box .figure") ?? [])].map(text).join(" ");
      const [level, period] = text(one(legend, ".scope")).split(" · ");
      if (legend && counts !== "")
        note({
          card: "legend",
          indicator: own(one(legend, "h2")),
          period: period!,
          level: level!,
          code: one(legend, "h2")?.getAttribute("data-within") ?? "",
          text: counts,
        });
    };
    const noteProfile = (): void => {
      const profile = one(document, ".profile-body");
      const figures = one(profile, ".headline");
      const [indicator, period] = own(one(figures, "dt")).split(" · ");
      const code = figures?.getAttribute("data-codes") ?? one(profile, "h2")?.getAttribute("data-area") ?? "";
      const isSet = profile?.classList.contains("set-card") === true;
      if (figures)
        note({
          card: isSet ? "set" : "headline",
          indicator: indicator!,
          period: period ?? "",
          level: "",
          code,
          text: text(one(figures, "dd .figure")),
        });
      const heading = one(document, "ol.worst")?.parentElement?.querySelector("h3");
      const [, name, at] = text(one(heading ?? null, "small")).split(" · ");
      for (const entry of document.querySelectorAll("ol.worst li"))
        note({
          card: "worst",
          indicator: name!,
          period: at!,
          level: own(heading!),
          code: entry.getAttribute("data-code")!,
          text: text(one(entry, ".figure")),
        });
    };
    let isAsked = false;
    const look = (): void => {
      isAsked = false;
      noteTable();
      noteLegend();
      noteProfile();
    };
    look();
    new MutationObserver(() => {
      if (!isAsked) requestAnimationFrame(look);
      isAsked = true;
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });

/** All that was claimed since `watchClaims`. */
export const claimsOf = (page: Page): Promise<Claim[]> =>
  page.evaluate(() => [...(window as unknown as { claims: Map<string, Claim> }).claims.values()]);
