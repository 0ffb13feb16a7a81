// The profile of a hand-picked set: what it is worth as one, what is in it, and how to change it.

import type { Catalog, CatalogIndicator } from "#domain/contract/catalog";
import { setContract } from "#domain/contract/sets";
import type { SetResponse } from "#domain/contract/sets";
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

interface SetParts {
  readonly answer: SetResponse;
  /** What the headline shows. */
  readonly indicator: CatalogIndicator;
  readonly own: SetResponse["indicators"][number];
  /** What a press on a figure of the set asks. */
  refOf(indicator: string, period?: string): FigureRef;
}

export function SetCard({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useWords();
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
  const own = answer?.indicators.find((entry) => entry.indicator === indicator?.id);
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
  const refOf = (id: string, at: string = answer.period): FigureRef => ({
    kind: "set",
    codes: shownCodes,
    indicator: id,
    period: at,
  });
  return (
    <article {...waitProps(wait, "profile-body set-card")}>
      <WaitNote wait={wait} what={what} />
      <SetHeadline {...{ answer, indicator, own, refOf }} packed={question.query.codes} />
      <SetNotes {...{ indicator, own, refOf }} isFull={codes.length >= MAX_SET_CODES} />
      <Trend
        entry={{ ...own, trend: answer.trend }}
        indicator={indicator}
        period={answer.period}
        onPeriod={(at) => change({ period: at })}
        of={(at) => refOf(indicator.id, at)}
      />
      <div className="set-actions">
        <GrowSet codes={codes} level={finestLevel(answer, catalog)} />
        {clear}
      </div>
      <SetFigures lens={indicator.lens} answer={answer} refOf={refOf} />
      <SetMembers answer={answer} />
    </article>
  );
}

/** A set of villages grows by villages, one of counties by counties. */
const finestLevel = (answer: SetResponse, { levels }: Catalog): string =>
  (levels.findLast(({ id }) => answer.areas.some(({ level }) => level === id)) ?? levels.at(-1)!).id;

interface SetHeadlineProps extends Pick<SetParts, "answer" | "indicator" | "own" | "refOf"> {
  /** The codes of the areas, as the question has them. */
  readonly packed: string;
}

/** How many areas, the value of all together, and how much of them it covers. */
function SetHeadline({ answer, indicator, own, refOf, packed }: SetHeadlineProps) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const sure = useUncertainty(own, indicator);
  const count = answer.areas.length;
  return (
    <>
      <header>
        <h2>{t.set.title(count, words.number(count, "count", { whole: true }))}</h2>
        <p>
          <Sentence
            of={t.set.counted({
              text: words.areas(catalog.levels.at(-1)!, answer.lowestCount),
              of: refOf(indicator.id),
            })}
          />
        </p>
      </header>
      <dl className="headline" data-indicator={indicator.id} data-period={answer.period} data-codes={packed}>
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
    </>
  );
}

interface SetNotesProps extends Pick<SetParts, "indicator" | "own" | "refOf"> {
  /** Whether the set holds as many areas as a set may. */
  readonly isFull: boolean;
}

/** What the value was divided from, and that nothing more can be added. */
function SetNotes({ indicator, own, refOf, isFull }: SetNotesProps) {
  const words = useWords();
  const { t } = words;
  const whole = (value: number): string => words.number(value, "count", { whole: true });
  const figureText = (value: number): FigureText => ({ text: whole(value), of: refOf(indicator.id) });
  return (
    <>
      {own.numerator !== undefined && own.denominator != null && (
        <p className="say">
          <Sentence of={t.set.summed(figureText(own.numerator), figureText(own.denominator))} />
        </p>
      )}
      {isFull && <p className="panel-note">{t.set.full(whole(MAX_SET_CODES))}</p>}
    </>
  );
}
