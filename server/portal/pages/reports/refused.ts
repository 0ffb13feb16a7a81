// What whoever sent a form sees where it was not taken, and who reads a page that cannot be made just now.

import { html } from "#server/portal/html";
import type { Page, View } from "#server/portal/view";

/** The page for a status that is no success; null for one that pages have no words for. */
export function refusedPage({ words }: View, status: number): Page | null {
  const text = words.reports;
  const said: Readonly<Record<number, string>> = {
    400: text.unreadable,
    403: text.otherSite,
    413: text.fault({ field: "photo", rule: "long", value: "" }),
    503: words.awayText,
  };
  const why = said[status];
  if (why === undefined) return null;
  const title = status === 503 ? words.awayTitle : text.notTaken;
  return {
    title,
    description: why,
    nav: "reports",
    isUnlisted: true,
    body: html`<h1>${title}</h1>
      <p class="lead" role="alert">${why}</p>
      ${status === 503 ? null : html`<p>${text.goBack}</p>`}`,
  };
}
