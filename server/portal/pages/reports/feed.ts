// What happens to a report as an Atom feed (RFC 4287), so that a feed reader says when there is an answer, with nobody's address kept.

import type { PublicReport } from "#domain/report";
import { html, type Html } from "#server/portal/html";
import { say, type View } from "#server/portal/view";
import { aboutText } from "./list.ts";

export const FEED_TYPE = "application/atom+xml; charset=utf-8";

/** Steps are known by their day. */
const noonOf = (day: string): string => `${day}T12:00:00Z`;

/** The feed; `page` and `self` are the addresses of the report's page and of the feed, with host. */
export function reportFeed(view: View, report: PublicReport, page: string, self: string): string {
  const { words, language } = view;
  const text = words.reports;
  const lastAnswer = report.steps.findLastIndex(({ step }) => step === "answer" || step === "close");
  const entry = ({ step, on, officeNames }: PublicReport["steps"][number], at: number): Html => {
    const office = officeNames ? say(view, officeNames) : text.noOffice;
    const answer = at === lastAnswer ? report.answer : null;
    return html`<entry>
      <id>${page}#${at + 1}</id>
      <title>${report.number}${words.colon}${text.step(step, office)}</title>
      <updated>${noonOf(on)}</updated>
      <link href="${page}" />
      <content type="text">${answer ?? aboutText(view, report)}</content>
    </entry>`;
  };
  const last = report.steps.at(-1)?.on ?? report.receivedOn;
  return `<?xml version="1.0" encoding="utf-8"?>\n${
    html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
      <id>${page}</id>
      <title>${text.reportOf(report.number)}</title>
      <updated>${noonOf(last)}</updated>
      <author><name>${words.name}</name></author>
      <link rel="self" href="${self}" /><link href="${page}" />
      ${report.steps.map(entry).toReversed()}
    </feed>`.text
  }\n`;
}
