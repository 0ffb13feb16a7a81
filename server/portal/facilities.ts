// What there is at a place: schools, clinic, paved roads, connection, beds; facts about things, of which nothing is hidden.

import type { ChainLink } from "./area_chain.ts";
import { FACILITIES, type Facility } from "./facility.ts";
import { html, type Html } from "./html.ts";
import { indicatorOf, lastPeriod, show, type View } from "./view.ts";

/** Of these the denominator is what could have it; of the others it counts people. */
const OF_A_TOTAL: readonly Facility[] = ["clinic_coverage", "paved_road_share", "schools_100_mbps_share"];

function facility(view: View, { group, idx }: ChainLink, id: Facility): Html | null {
  const indicator = indicatorOf(view, id);
  const figure = indicator && group.figure(idx, id, lastPeriod(indicator));
  if (!figure || figure.value === null) return null;
  const count = (value: number): string => show(view, value, "count", { bare: true, whole: true });
  const { numerator } = figure;
  const total = OF_A_TOTAL.includes(id) ? figure.denominator : null;
  const mark = numerator === 0 ? "has-none" : total === null || numerator === total ? "has-all" : "has-some";
  const { name, text } = view.words.facility(id, {
    count: numerator,
    text: count(numerator),
    total: total === null ? null : { count: total, text: count(total) },
  });
  return html`<li class="${mark}">${name} <b>${text}</b></li>`;
}

/** The facilities of a place in one row; nothing where the public has no two of them. */
export function facilityRow(view: View, own: ChainLink): Html | null {
  const found = FACILITIES.flatMap((id) => facility(view, own, id) ?? []);
  if (found.length < 2) return null;
  return html`<section class="card facilities">
    <h2>${view.words.facilitiesTitle}</h2>
    <ul>
      ${found}
    </ul>
  </section>`;
}
