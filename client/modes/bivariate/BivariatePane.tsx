// The areas of two indicators at once, as a list or as a scatter.

import { bivariateClassAt } from "#domain/bivariate";
import { pairAreasContract } from "#domain/contract/bivariate";
import type { PairAreas } from "#domain/contract/bivariate";
import { addressOf } from "#client/data/api.ts";
import { useOpenArea } from "#client/data/use_open_area.ts";
import { useWait } from "#client/data/use_wait.ts";
import { useMode, useView } from "#client/data/view_context.ts";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useWords } from "#client/i18n/words.ts";
import { peopleInNeedOf } from "#client/model/people_in_need.ts";
import { PaneFrame } from "#client/table/PaneFrame.tsx";
import { workbookOf } from "./workbook_of.ts";
import { BivariateTable } from "./BivariateTable.tsx";
import { useBivariateName } from "./class_name.ts";
import { useComingColumns } from "./coming_columns.ts";
import { EnlargedScatter } from "./EnlargedScatter.tsx";
import { Scatter } from "./Scatter.tsx";
import { areSameColumns, bivariateColumns, useBivariateClasses, useBivariateList } from "./use_bivariate.ts";
import type { BivariateColumns } from "./use_bivariate.ts";

interface ListProps {
  readonly answer: PairAreas;
  readonly columns: BivariateColumns;
  /** Class 0–8 that the list holds; null for all. */
  readonly picked: number | null;
}

/** What the list holds: "422 villages: high need, nothing registered". */
function useTitle(): (list: ListProps, isNamed: boolean) => string {
  const words = useWords();
  const { catalog } = useView();
  const mode = useMode("bivariate");
  const nameOf = useBivariateName();
  const { t } = words;
  return ({ answer, columns: { need, second, level }, picked }, isNamed) => {
    const areas = words.areas(level, answer.total);
    if (picked !== null) return isNamed ? t.bivariate.listed(areas, nameOf(bivariateClassAt(picked))) : areas;
    const sort = mode?.order.sort ?? "class";
    if (sort === "class") return t.tableOf(areas, t.bivariate.order.class);
    if (sort === "people")
      return t.tableOf(
        areas,
        t.bivariate.order.indicator(words.text(peopleInNeedOf(need, catalog)?.measure.label ?? {})),
      );
    return t.tableOf(areas, t.bivariate.order.indicator(words.shortName(sort === "need" ? need : second)));
  };
}

/** How many people in need live in all the areas of the list. */
function People({ answer: { people }, columns, picked }: ListProps) {
  const words = useWords();
  const { catalog } = useView();
  const counted = peopleInNeedOf(columns.need, catalog);
  if (!counted || people === undefined) return null;
  const text = words.number(people, "count", { whole: true });
  const figure = { text, of: { kind: "mode", mode: "bivariate", at: picked } } as const;
  return (
    <span className="bivariate-people">
      <Sentence of={words.t.bivariate.peopleIn(figure, words.text(counted.measure.label))} />
    </span>
  );
}

/** List or scatter. */
function Choice() {
  const { t } = useWords();
  const { view, change } = useView();
  return (
    <nav className="table-view" aria-label={t.table}>
      {(["table", "scatter"] as const).map((list) => (
        <button
          key={list}
          type="button"
          aria-pressed={view.list === list}
          onClick={() => change({ list }, "replace")}
        >
          {list === "table" ? t.table : t.panels.scatter}
        </button>
      ))}
    </nav>
  );
}

export function BivariatePane({ isSheet }: { readonly isSheet: boolean }) {
  const { t, language } = useWords();
  const here = useView();
  const { catalog, view } = here;
  const list = useBivariateList();
  const classes = useBivariateClasses();
  const titleOf = useTitle();
  const wait = useWait(list, useOpenArea(here));
  const what = useComingColumns();
  const { shown } = list;
  const columns = bivariateColumns(catalog, shown?.question.query);
  const frame = { wait, what, isSheet };
  if (!shown || !columns || wait === "overdue")
    return (
      <PaneFrame {...frame} title={t.table} parent={undefined} period="" csv={null} xlsx={null}>
        <div className="skeleton" style={{ height: 120 }} />
      </PaneFrame>
    );
  const { answer, question } = shown;
  const { needRung, otherRung, parent } = question.query;
  const picked = needRung == null || otherRung == null ? null : needRung * 3 + otherRung;
  const listed = { answer, columns, picked };
  const isNamed = areSameColumns(classes.shown?.question.query, question.query);
  const title = titleOf(listed, isNamed);
  const isUnfolded = isSheet || (view.table ?? "line") !== "line";
  return (
    <PaneFrame
      {...frame}
      title={title}
      parent={parent ?? null}
      period={[...new Set([columns.period, columns.secondPeriod])].join(` ${t.times} `)}
      extras={
        <>
          <People {...listed} />
          {isUnfolded && <Choice />}
          {isUnfolded && view.list === "scatter" && <EnlargedScatter title={title} />}
        </>
      }
      csv={addressOf({
        contract: pairAreasContract,
        query: { ...question.query, limit: 10_000, format: "csv" },
      })}
      xlsx={workbookOf(question.query, isNamed ? (classes.shown?.answer ?? null) : null, picked, language)}
    >
      {view.list === "scatter" ? (
        <Scatter />
      ) : (
        <BivariateTable answer={answer} columns={columns} isNamed={isNamed} isSheet={isSheet} />
      )}
    </PaneFrame>
  );
}
