// "Mine too": one press on a report of somebody else, counted once for each browser.

import type { PublicReport } from "#domain/report";
import { html, type Html } from "#server/portal/html";
import type { View } from "#server/portal/view";

/** The button with its form; script does the work, and tells the browser from others by a number of its own. */
export const supportForm = (view: View, { number }: Pick<PublicReport, "number">): Html => {
  const { words, links, language } = view;
  const text = words.reports;
  return html`<form
    class="support"
    method="post"
    action="${links.page(`report/${number}/too`, language)}"
    data-work="${links.file("report/work")}"
    data-sending="${text.sending}"
    data-too="${number}"
    data-done="${text.tooDone}"
  >
    <input type="hidden" name="proof" value="" /><input type="hidden" name="browser" value="" />
    <span class="trap" aria-hidden="true"
      ><label>${text.website}<input name="website" tabindex="-1" autocomplete="off" /></label></span
    ><button class="quiet" aria-label="${text.tooOf(number)}">${text.too}</button>
  </form>`;
};

/** For how many others a report holds, in words; null where nobody said so. */
export const supportersText = (
  view: View,
  { supporters }: Pick<PublicReport, "supporters">,
): string | null => (supporters === 0 ? null : view.words.reports.supporters(supporters));
