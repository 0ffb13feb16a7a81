// What axe finds on a page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that colours can break; the others find the same in both themes. */
export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

interface Result {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Axe {
  run(context: object, options: object): Promise<{ violations: Result[] }>;
}

export interface Violation {
  readonly id: string;
  /** The first elements that break the rule, and why. */
  readonly nodes: readonly string[];
}

/** What axe looks for, and where: every rule on the whole page where nothing is named. */
interface Scope {
  readonly rules?: readonly string[] | undefined;
  /** A selector of what was opened; axe fails where it is not there. */
  readonly within?: string | undefined;
}

/** What breaks the rules of axe on the page as it stands. */
export async function violationsOf(page: Page, scope: Scope = {}): Promise<Violation[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  return page.evaluate(async ({ rules, within }) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(within === undefined ? document : { include: [within] }, {
      resultTypes: ["violations"],
      ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`),
    }));
  }, scope);
}
