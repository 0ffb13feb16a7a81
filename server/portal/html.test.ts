// What is put into HTML is text, whatever it holds.

import { expect, test } from "vitest";
import { html, joined } from "./html.ts";

test("text is escaped, HTML is not, nothing stands for null and false", () => {
  const bold = html`<b>${"<i>&\"'"}</b>`;
  expect(html`<p title="${'"x'}">${bold}${null}${false}${undefined}${0}</p>`.text).toBe(
    '<p title="&quot;x"><b>&lt;i&gt;&amp;&quot;&#39;</b>0</p>',
  );
  expect(html`${[bold, "<"]}`.text).toContain("&lt;");
  expect(joined(["a<", bold], " & ").text).toMatch(/^a&lt; &amp; <b>/);
});
