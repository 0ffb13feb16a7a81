// The profile of a hand-picked set: what it is worth as one, what is in it, and how to change it.

import { setContract } from "#domain/contract/sets";
import { MAX_SET_CODES, packCodes, unpackCodes } from "#domain/area_set_codec";
import { Trend } from "#client/charts/Trend.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import type { FigureText } from "#client/i18n/rich_text.ts";
import { useWords } from "#client/i18n/words.ts";
import { Figure } from "#client/figures/Figure.tsx";
import { Sentence } from "#client/figures/Sentence.tsx";
import type { FigureRef } from "#client/model/figure_ref.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useUncertainty } from "#client/figures/uncertainty.ts";
import { requestedColumn } from "#client/data/column.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useView } from "#client/data/view_context.ts";
import { EMPTY_BASKET } from "#client/model/basket.ts";
import { GrowSet } from "./GrowSet.tsx";
import { SetFigures } from "./SetFigures.tsx";
import { SetMembers } from "./SetMembers.tsx";
import { WaitBlock, WaitNote, useColumnName, waitProps } from "#client/ui/Waiting.tsx";
import "#client/styles/profile.css";
import "./area_set.css";

const NOT_SAMPLED = { unit: "share" } as const;

export function SetCard({ codes }: { readonly codes: readonly string[] }) {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, change } = useView();
  const columnName = useColumnName();
  const { indicator: wanted, period } = resolved;
  const resource = useAnswer(
    setContract,
    wanted && {
      query: { release: catalog.address, codes: packCodes(codes), period, indicator: wanted.id },
    },
  );
  const wait = useWait(resource);
  const coming = requestedColumn(resolved);
  const what = coming ? columnName({ ...coming, since: null, level: undefined }) : "";
  // The trend is that of the indicator that was asked for.
  const { question, answer } = resource.shown ?? {};
  const indicator = catalog.indicators.find(({ id }) => id === question?.query.indicator);
  const lowest = catalog.levels[catalog.levels.length - 1]!;
  const own = answer?.indicators.find((entry) => entry.indicator === indicator?.id);
  const sure = useUncertainty(own ?? {}, indicator ?? NOT_SAMPLED);
  /** A set of villages grows by villages, one of counties by counties. */
  const finest = (
    catalog.levels.findLast(({ id }) => answer?.areas.some(({ level }) => level === id)) ?? lowest
  ).id;
  const clear = (
    <button type="button" className="button" onClick={() => change(EMPTY_BASKET)}>
      {t.set.clear}
    </button>
  );
  if (!indicator || !question || !answer || !own || wait === "overdue")
    return (
      <article className="profile-body">
        {resource.error ? (
          <Problem error={resource.error} retry={resource.retry} />
        ) : (
          <WaitBlock wait={wait} what={what} height={160} />
        )}
        {clear}
      </article>
    );
  const shownCodes = unpackCodes(question.query.codes) ?? codes;
  const refOf = (id: string): FigureRef => ({
    kind: "set",
    codes: shownCodes,
    indicator: id,
    period: answer.period,
  });
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  const figureText = (value: number): FigureText => ({ text: whole(value), of: refOf(indicator.id) });
  return (
    <article {...waitProps(wait, "profile-body set-card")}>
      <WaitNote wait={wait} what={what} />
      <header>
        <h2>{t.set.title(answer.areas.length, whole(answer.areas.length))}</h2>
        <p>
          <Sentence
            of={t.set.counted({ text: words.areas(lowest, answer.lowestCount), of: refOf(indicator.id) })}
          />
        </p>
      </header>
      <dl
        className="headline"
        data-indicator={indicator.id}
        data-period={answer.period}
        data-codes={question.query.codes}
      >
        <div>
          <dd>
            {own.value === undefined ? (
              <span className="is-missing">{own.missing && words.missing(own.missing)}</span>
            ) : (
              <Figure of={refOf(indicator.id)}>{words.number(own.value, indicator.unit)}</Figure>
            )}
          </dd>
          <dt>
            {t.join([words.shortTitle(indicator), answer.period])}
            {sure.text && <span className="sureness">{sure.text}</span>}
          </dt>
        </div>
        <div>
          <dd>
            <Figure of={refOf(indicator.id)}>{words.number(own.coverage, "share", { digits: 0 })}</Figure>
          </dd>
          <dt>{t.coverage}</dt>
        </div>
      </dl>
      {own.numerator !== undefined && own.denominator != null && (
        <p className="say">
          <Sentence of={t.set.summed(figureText(own.numerator), figureText(own.denominator))} />
        </p>
      )}
      {codes.length >= MAX_SET_CODES && <p className="panel-note">{t.set.full(whole(MAX_SET_CODES))}</p>}
      <Trend
        entry={{ ...own, trend: answer.trend }}
        indicator={indicator}
        period={answer.period}
        onPeriod={(at) => change({ period: at })}
        of={(at) => ({ kind: "set", codes: shownCodes, indicator: indicator.id, period: at })}
      />
      <div className="set-actions">
        <GrowSet codes={codes} level={finest} />
        {clear}
      </div>
      <SetFigures lens={indicator.lens} answer={answer} refOf={refOf} />
      <SetMembers answer={answer} />
    </article>
  );
}
