// Pages behind the doors: all areas of the map with a change, or with what was spent.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { capital, indicatorOf, lastPeriod, say, show, type Page, type View } from "#server/portal/view";
import { levelWord, membersOf } from "#server/portal/area_chain";
import type { AreaGroup, Figure } from "#server/portal/area_groups";
import { cardText, headlineIndicator, missingText } from "#server/portal/figure_cards";
import { html, type Html } from "#server/portal/html";
import { ProblemError } from "#server/errors";
import { areaMap } from "./area_map.ts";
import { overviewGroup, territoryName, topGroup } from "#server/portal/overview";

const MONEY = ["funds_allocated", "funds_paid_share", "funds_arrived_share"];

const none = (): ProblemError => new ProblemError(404, "not found", "the territory has no such figures");

function cell(view: View, indicator: CatalogIndicator, figure: Figure): Html {
  return html`<td class="n">
    ${figure.value === null ? missingText(view, figure) : show(view, figure.value, indicator.unit)}
  </td>`;
}

const nameCell = ({ links, language, ...view }: View, group: AreaGroup, idx: number): Html =>
  html`<td>
    <a href="${links.page(`place/${group.code(idx)}`, language)}"
      >${say({ language, ...view }, group.names(idx))}</a
    >
  </td>`;

async function overview(
  view: View,
  indicator: CatalogIndicator,
  head: readonly string[],
  row: (group: AreaGroup, idx: number) => Html,
  title: string,
): Promise<Page> {
  const [tops, group] = await Promise.all([topGroup(view), overviewGroup(view)]);
  const name = territoryName(view, tops);
  const rows = membersOf(group)
    .map((idx) => ({ idx, value: group.figure(idx, indicator.id, lastPeriod(indicator)).value ?? -1 }))
    .sort((a, b) => b.value - a.value)
    .map(
      ({ idx }) =>
        html`<tr>
          ${nameCell(view, group, idx)}${row(group, idx)}
        </tr>`,
    );
  const body = html`<h1>${title}</h1>
    <p class="lead">${name}${view.words.comma}${view.words.year(lastPeriod(indicator))}</p>
    <div class="two">
      <section class="card scroll">
        <table class="overview">
          <thead>
            <tr>
              <th>${capital(levelWord(view, group.level))}</th>
              ${head.map((text) => html`<th class="n">${text}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </section>
      <div>${areaMap(view, group, indicator, name, { width: 600, height: 460 })}</div>
    </div>`;
  return { title, description: `${title} ${name}`, nav: "home", body };
}

/** How each area is doing now and against the period before. */
export function changePage(view: View): Promise<Page> {
  const indicator = headlineIndicator(view);
  if (!indicator) throw none();
  const { words } = view;
  const [before, period] = [indicator.periods.at(-2), lastPeriod(indicator)];
  return overview(
    view,
    indicator,
    [before ?? "", period, words.change].filter((text) => text !== ""),
    (group, idx) => {
      const [then, now] = [before, period].map((at) =>
        at === undefined ? null : group.figure(idx, indicator.id, at),
      );
      const text =
        then && then.value !== null && now!.value !== null ? cardText(view, indicator, now!, then) : null;
      return html`${then ? cell(view, indicator, then) : null}${cell(view, indicator, now!)}${before ? html`<td class="n ${text?.mood ?? ""}">${text?.change ?? ""}</td>` : null}`;
    },
    words.doorPoverty,
  );
}

/** What was allocated in each area, and how much of it was paid and arrived. */
export function moneyPage(view: View): Promise<Page> {
  const indicators = MONEY.flatMap((id) => indicatorOf(view, id) ?? []);
  if (indicators.length === 0) throw none();
  return overview(
    view,
    indicators[0]!,
    indicators.map((each) => capital(say(view, each.label))),
    (group, idx) =>
      html`${indicators.map((each) => cell(view, each, group.figure(idx, each.id, lastPeriod(each))))}`,
    view.words.doorMoney,
  );
}
