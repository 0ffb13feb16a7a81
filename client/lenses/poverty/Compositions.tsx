// Wholes that several indicators share: main causes, bands of the exit score, kinds of households under watch.

import type { Profile } from "#domain/contract/areas";
import { formatTerm } from "#domain/indicator";
import { StackedBar } from "#client/charts/StackedBar.tsx";
import type { BarPart } from "#client/charts/StackedBar.tsx";
import { REST_COLOUR, partColours } from "#client/charts/part_colours.ts";
import { capitalise } from "#client/i18n/capitalise.ts";
import { useWords } from "#client/i18n/words.ts";
import { areaFigureRef } from "#client/model/figure_ref.ts";
import { AreaFigureLink } from "#client/figures/AreaFigureLink.tsx";
import { DerivedFigure } from "#client/figures/DerivedFigure.tsx";
import { termInWords } from "#client/figures/terms.ts";
import { useView } from "#client/data/view_context.ts";
import { haveSameWhole, indicatorValueOf, indicatorValuesOfLens } from "#client/lenses/indicator_value.ts";

interface WholeProps {
  readonly profile: Profile;
  /** One of the parts; the others are the indicators of the lens that divide by the same. */
  readonly anchor: string;
  readonly title: string;
  /** Name of what the parts leave over. */
  readonly rest: string;
}

/** Parts that divide by the same whole; nothing when they overlap, for then they are no parts. */
export function SharedWhole({ profile, anchor, title, rest }: WholeProps) {
  const words = useWords();
  const { catalog } = useView();
  const first = indicatorValueOf(profile, catalog, anchor);
  if (!first?.denominator) return null;
  const whole = first.denominator;
  const parts = indicatorValuesOfLens(profile, catalog, first.indicator.lens).filter(
    ({ indicator }) => indicator.unit === "share" && haveSameWhole(indicator, first.indicator),
  );
  const left = whole - parts.reduce((sum, { numerator }) => sum + numerator, 0);
  if (left < 0) return null;
  const of = (id: string) => areaFigureRef(profile.area.code, id, profile.period);
  const colours = partColours(parts.length);
  const bars = parts.map(({ indicator, value }, at): BarPart => ({
    key: indicator.id,
    label: words.label(indicator.label),
    share: value,
    colour: colours[at]!,
    figure: <AreaFigureLink indicator={indicator}>{words.number(value, "share")}</AreaFigureLink>,
  }));
  const wholeName = termInWords(first.indicator.denominator ?? {}, catalog.measures, words);
  return (
    <section>
      <h3>
        {title}{" "}
        <small>
          <AreaFigureLink indicator={first.indicator}>
            {words.t.panels.ofWhole(words.number(whole, "households", { whole: true }), wholeName)}
          </AreaFigureLink>
        </small>
      </h3>
      <StackedBar
        parts={[
          ...bars,
          {
            key: "rest",
            label: rest,
            share: left / whole,
            colour: REST_COLOUR,
            figure: (
              <DerivedFigure
                title={rest}
                how={words.t.panels.restHow}
                from={[
                  [
                    capitalise(wholeName),
                    words.number(whole, "count", { whole: true }),
                    of(first.indicator.id),
                  ],
                  ...parts.map(
                    ({ indicator, numerator }) =>
                      [
                        words.label(indicator.label),
                        words.number(-numerator, "count", { whole: true }),
                        of(indicator.id),
                      ] as const,
                  ),
                ]}
              >
                {words.number(left / whole, "share")}
              </DerivedFigure>
            ),
          },
        ].filter(({ key }) => key !== "rest" || left > 0)}
      />
    </section>
  );
}

/** The measures that an indicator's numerator sums, each with its count. */
export function SummedParts({ profile, of }: { readonly profile: Profile; readonly of: string }) {
  const words = useWords();
  const { catalog } = useView();
  const known = indicatorValueOf(profile, catalog, of);
  const counted = Object.entries(known?.indicator.numerator ?? {}).flatMap(([id, weight]) => {
    const count = profile.measures[id];
    return count === undefined || weight < 0 ? [] : [{ id, count: count * weight }];
  });
  if (!known || counted.length < 2 || known.numerator === 0) return null;
  const { indicator, numerator } = known;
  const colours = partColours(counted.length);
  return (
    <section>
      <h3>
        {words.label(indicator.label)}{" "}
        <small>
          <AreaFigureLink indicator={indicator}>{words.number(known.value, indicator.unit)}</AreaFigureLink>
        </small>
      </h3>
      <StackedBar
        parts={counted.map(({ id, count }, at) => {
          const measure = catalog.measures.find((candidate) => candidate.id === id);
          const label = words.label(measure?.label ?? { en: id });
          return {
            key: id,
            label,
            share: count / numerator,
            colour: colours[at]!,
            figure: (
              <DerivedFigure
                title={label}
                how={formatTerm({ [id]: 1 })}
                from={[
                  [label, words.number(count, "count", { whole: true })],
                  [
                    words.label(indicator.label),
                    words.number(known.value, indicator.unit),
                    areaFigureRef(profile.area.code, indicator.id, profile.period),
                  ],
                ]}
              >
                {words.number(count, measure?.unit ?? "count", { whole: true })}
              </DerivedFigure>
            ),
          };
        })}
      />
    </section>
  );
}
