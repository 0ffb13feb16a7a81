// Bars by period as SVG, in words for those who do not see it, with a table of the same numbers behind it.

import { html, type Html } from "./html.ts";

export interface Bar {
  readonly label: string;
  /** Null for none. */
  readonly value: number | null;
  /** The value, or why there is none, for people. */
  readonly text: string;
}

interface ChartText {
  readonly alt: string;
  readonly table: string;
  readonly heads: readonly [string, string];
}

const HEIGHT = 196;
const TOP = 26;
const FOOT = 22;

/** The least round number that nothing exceeds: 1, 2, 2.5 or 5 times a power of ten. */
export function roundTop(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 2.5, 4, 5, 8, 10]
    .map((step) => step * power)
    .find((top) => top >= value - power * 1e-9)!;
}

/** A chart of bars from zero, the last one darker; widths are shares of the picture, so that letters keep their size. */
export function barChart(bars: readonly Bar[], { alt, table, heads }: ChartText): Html {
  const top = roundTop(Math.max(...bars.map(({ value }) => value ?? 0)));
  const room = HEIGHT - TOP - FOOT;
  const step = 100 / bars.length;
  const base = HEIGHT - FOOT;
  const middle = (at: number): string => `${((at + 0.5) * step).toFixed(1)}%`;
  const lastOf = (at: number): Html | null => (at === bars.length - 1 ? html` class="now"` : null);
  const marks = bars.map(({ value, text }, at) => {
    if (value === null) return html`<text x="${middle(at)}" y="${base - 8}">–</text>`;
    const height = Math.round((value / top) * room);
    return html`<g${lastOf(at)}
      ><rect
        x="${(at * step + step * 0.16).toFixed(1)}%"
        y="${base - height}"
        width="${(step * 0.68).toFixed(1)}%"
        height="${height}" /><text x="${middle(at)}" y="${base - height - 7}"
        >${text}</text
      ></g
    >`;
  });
  const labels = bars.map(({ label }, at) => html`<text${lastOf(at)} x="${middle(at)}">${label}</text>`);
  return html`<figure class="chart">
    <svg role="img" aria-label="${alt}" width="100%" height="${HEIGHT}">
      <line x1="0" x2="100%" y1="${base}" y2="${base}" />
      ${marks}
      <g transform="translate(0 ${HEIGHT - 5})">${labels}</g>
    </svg>
    <details>
      <summary>${table}</summary>
      <table>
        <thead>
          <tr>
            <th>${heads[0]}</th>
            <th class="n">${heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          ${bars.map(
            ({ label, text }) =>
              html`<tr>
                <td>${label}</td>
                <td class="n">${text}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </figure>`;
}

/** A line over time from zero, with its ends written out; `year` says a period in words. */
export function trendLine(bars: readonly Bar[], alt: string, year: (period: string) => string): Html {
  const known = bars.flatMap(({ value, label, text }, at) =>
    value === null ? [] : [{ value, label, text, at }],
  );
  if (known.length < 2) return html``;
  const top = roundTop(Math.max(...known.map(({ value }) => value)));
  const [width, height] = [480, 92];
  const x = (at: number): number => Math.round((at / (bars.length - 1)) * width);
  const y = (value: number): number => Math.round((1 - value / top) * height);
  const points = known.map(({ at, value }) => `${x(at)} ${y(value)}`).join("L");
  const [first, last] = [known[0]!, known.at(-1)!];
  return html`<div class="trend">
    <p class="ends"><span>${year(first.label)} ${first.text}</span><b>${year(last.label)} ${last.text}</b></p>
    <svg role="img" aria-label="${alt}" viewBox="0 -4 ${width} ${height + 6}" preserveAspectRatio="none">
      <path class="area" d="M${x(first.at)} ${height}L${points}L${x(last.at)} ${height}z" />
      <path class="line" d="M${points}" />
    </svg>
    <p class="ends"><span>${bars[0]!.label}</span><span>${bars.at(-1)!.label}</span></p>
  </div>`;
}
