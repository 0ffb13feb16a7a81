// Every indicator of a lens for a hand-picked set.

import type { CatalogIndicator } from "#domain/contract/catalog";
import type { SetResponse } from "#domain/contract/sets";
import type { LensId } from "#domain/lens";
import { useView } from "#client/data/view_context.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { useWords } from "#client/i18n/words.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";

/** The interval of a figure from a sample, before it; nothing for a full count. */
function SetRange({
  figure,
  indicator,
}: {
  readonly figure: SetResponse["indicators"][number];
  readonly indicator: CatalogIndicator;
}) {
  const { range, text } = useUncertainty(figure, indicator);
  return range && <small title={text ?? range}>{range}</small>;
}

export interface SetFiguresProps {
  readonly lens: LensId;
  readonly answer: SetResponse;
  /** Where the figure of an indicator comes from. */
  refOf(indicator: string): FigureRef;
}

export function SetFigures({ lens, answer, refOf }: SetFiguresProps) {
  const words = useWords();
  const { catalog } = useView();
  const known = catalog.indicators.filter((entry) => entry.lens === lens && entry.partOf === undefined);
  return (
    <section>
      <h3>{words.t.all}</h3>
      <table className="set-figures">
        <tbody>
          {known.map((shownIndicator) => {
            const figure = answer.indicators.find((entry) => entry.indicator === shownIndicator.id);
            return (
              <tr key={shownIndicator.id}>
                <th scope="row">{words.title(shownIndicator)}</th>
                <td>
                  {figure?.value !== undefined ? (
                    <>
                      <SetRange figure={figure} indicator={shownIndicator} />
                      <Figure of={refOf(shownIndicator.id)}>
                        {words.number(figure.value, shownIndicator.unit)}
                      </Figure>
                    </>
                  ) : (
                    figure?.missing && words.missing(figure.missing)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
