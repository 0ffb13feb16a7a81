// Where a figure of a hand-picked set comes from.

import { packCodes } from "#domain/area_set_codec";
import { setContract } from "#domain/contract/sets";
import { DialogHead } from "#client/ui/Dialog.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { plain } from "#client/i18n/rich_text.ts";
import { useWords } from "#client/i18n/words.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { Definition, Line, Origin, useTermNumber } from "#client/figures/definition_rows.tsx";

export function SetFigure({ codes, indicator: id, period }: Extract<FigureRef, { kind: "set" }>) {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved } = useView();
  const write = useTermNumber();
  // The answer holds all indicators; asked with the shown one it is the answer that the set's own card has.
  const { data, error, retry } = useAnswer(setContract, {
    query: {
      release: catalog.address,
      codes: packCodes(codes),
      period,
      indicator: resolved.indicator?.id ?? id,
    },
  });
  const indicator = catalog.indicators.find((entry) => entry.id === id);
  const entry = data?.indicators.find((entry) => entry.indicator === id);
  if (!indicator) return null;
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  return (
    <>
      <DialogHead>
        <h3>{words.title(indicator)}</h3>
        {data && (
          <p>
            {t.join([
              t.set.title(data.areas.length, words.number(data.areas.length, "count", { whole: true })),
              period,
            ])}
          </p>
        )}
      </DialogHead>
      {error && <Problem error={error} retry={retry} />}
      {!data && !error && <div className="skeleton" style={{ height: 180 }} />}
      {data && entry && (
        <>
          <p className="worth">
            {entry.value === undefined ? (
              words.missing(entry.missing ?? "not-surveyed")
            ) : (
              <>
                <b>{words.number(entry.value, indicator.unit)}</b>
                {entry.numerator !== undefined &&
                  entry.denominator != null &&
                  ` = ${write(entry.numerator, indicator.numerator)} / ${write(entry.denominator, indicator.denominator ?? {})}`}
              </>
            )}
          </p>
          <p>{plain(t.set.counted(words.areas(lowest, data.lowestCount)))}</p>
          <dl>
            <Definition indicator={indicator} sums={entry} />
            <Line name={t.coverage}>
              {t.coverageOf(words.number(entry.coverage, "share", { digits: 0 }), words.plural(lowest))}
            </Line>
            <Origin indicator={indicator} />
          </dl>
        </>
      )}
    </>
  );
}
