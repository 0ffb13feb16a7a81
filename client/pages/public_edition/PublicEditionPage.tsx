// The public edition for staff: internal and public figures of a level side by side, and what is withheld and why.

import { useEffect, useMemo, useState } from "react";
import { catalogContract } from "#domain/contract/catalog";
import { valuesContract } from "#domain/contract/values";
import { withheldContract } from "#domain/contract/withheld";
import { LENS_IDS } from "#domain/lens";
import { formatColumnPeriod } from "#domain/column_id";
import { columnOf, insideOf } from "#client/data/column.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useView } from "#client/data/view_context.ts";
import type { ViewValue } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import type { PageProps } from "#client/pages/page.ts";
import { DataPages } from "#client/shell/DataPages.tsx";
import { Icon } from "#client/ui/Icon.tsx";
import { IndicatorSelect } from "#client/ui/IndicatorSelect.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { CertificateFacts } from "./CertificateFacts.tsx";
import { EditionTable } from "./EditionTable.tsx";
import { editionRows } from "./rows.ts";
import "./public_edition.css";

/** The level that is compared: the one of the view, else the lowest, where most is withheld. */
const comparedLevel = ({ view, catalog }: ViewValue): string => view.level ?? catalog.levels.at(-1)!.id;

/** The questions for what the view shows, to either edition; null where it shows nothing. */
function useEditions() {
  const here = useView();
  const column = columnOf(here);
  const parent = insideOf(here);
  // Not the change of an indicator, which has no reasons of its own.
  const period = formatColumnPeriod({ from: null, to: here.resolved.period, isReliability: false });
  const query = column && { ...column, level: comparedLevel(here), period, parent };
  const publicCatalog = useAnswer(catalogContract, {
    query: { release: here.catalog.address, edition: "public" },
  });
  const seen = publicCatalog.data?.indicators.find(({ id }) => id === column?.indicator);
  const isSeen = seen?.periods.includes(period) ?? false;
  return {
    internal: useAnswer(valuesContract, query && { query }),
    shown: useAnswer(valuesContract, query && isSeen ? { query: { ...query, edition: "public" } } : null),
    withheld: useAnswer(withheldContract, query && { query }),
    publicCatalog,
    isSeen,
  };
}

export function PublicEditionPage({ catalog }: PageProps) {
  const words = useWords();
  const { t } = words;
  const p = t.publicEdition;
  const { resolved } = useView();
  const [isAll, setAll] = useState(false);
  const { internal, shown, withheld, publicCatalog, isSeen } = useEditions();
  const title = t.documentTitle(p.title, words.text(catalog.title));
  useEffect(() => {
    document.title = title;
  }, [title]);
  const areas = internal.data?.areas;
  const shownAreas = shown.data?.areas;
  const rows = useMemo(
    () => (areas && withheld.data ? editionRows(areas, shownAreas ?? null, withheld.data.areas) : null),
    [areas, shownAreas, withheld.data],
  );
  const isComplete = rows !== null && publicCatalog.data !== null && (!isSeen || shownAreas !== undefined);
  const error = internal.error ?? withheld.error ?? shown.error ?? publicCatalog.error;
  const { indicator } = resolved;
  return (
    <main id="room" className="data-page edition-page" aria-busy={!isComplete && !error}>
      <DataPages open="public" />
      <div className="data-page-head">
        <h1>{p.title}</h1>
        <p>{p.lead}</p>
      </div>
      <CertificateFacts catalog={catalog} />
      <EditionFilter isAll={isAll} onAll={setAll} />
      {error && (
        <Problem
          error={error}
          retry={() => [internal, shown, withheld, publicCatalog].forEach((each) => each.retry())}
        />
      )}
      {isComplete && indicator && (
        <EditionTable
          rows={rows}
          parents={internal.data?.parents ?? []}
          indicator={indicator}
          isAll={isAll}
          isRecorded={withheld.data?.isRecorded ?? false}
          isPublic={withheld.data?.isPublic ?? false}
        />
      )}
    </main>
  );
}

interface EditionFilterProps {
  /** Whether what the public sees is listed too. */
  readonly isAll: boolean;
  onAll(isAll: boolean): void;
}

/** Which figures are compared, and which of them are listed. */
function EditionFilter({ isAll, onAll }: EditionFilterProps) {
  const words = useWords();
  const { t } = words;
  const p = t.publicEdition;
  const here = useView();
  const { catalog, change, resolved } = here;
  return (
    <search className="edition-filter">
      <label className="select">
        <small>{t.indicator}</small>
        <IndicatorSelect
          indicators={catalog.indicators}
          lenses={LENS_IDS}
          chosen={resolved.indicator?.id ?? ""}
          onChoose={({ id, lens }) => change({ lens, indicator: id })}
        />
        <Icon name="down" />
      </label>
      <label className="select">
        <small>{p.level}</small>
        <select value={comparedLevel(here)} onChange={({ target }) => change({ level: target.value })}>
          {catalog.levels.map((level) => (
            <option key={level.id} value={level.id}>
              {words.label(level.label)}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
      <label className="edition-check">
        <input type="checkbox" checked={isAll} onChange={({ target }) => onAll(target.checked)} />
        {p.shownToo}
      </label>
    </search>
  );
}
