// The areas inside in which two departments state different numbers, with both, each leading there.

import type { AreaDetail, ConflictingClaim } from "#domain/contract/areas";
import { conflictsContract } from "#domain/contract/conflicts";
import { Problem } from "#client/ui/Problem.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useAnswer } from "#client/data/use_answer.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { AreaName } from "./AreaName.tsx";
import { Figure } from "./Figure.tsx";
import { areaFigureRef, closeFigure } from "#client/model/figure_ref.ts";
import { useTermNumber } from "./definition_rows.tsx";

export interface ConflictAreasProps {
  readonly claim: ConflictingClaim;
  readonly area: AreaDetail;
  readonly indicator: string;
  readonly period: string;
}

export function ConflictAreas({ claim, area, indicator, period }: ConflictAreasProps) {
  const { t, text } = useWords();
  const { catalog } = useView();
  const openArea = useOpen();
  const write = useTermNumber();
  const { measure, fileName } = claim;
  const { data, error, retry } = useAnswer(conflictsContract, {
    params: { code: area.code },
    query: { release: catalog.address, period, measure },
  });
  if (error) return <Problem error={error} retry={retry} />;
  if (!data) return <div className="skeleton" style={{ height: 78 }} />;
  const places = data.areas.filter((area) => area.fileName === fileName);
  const count = (value: number): string => write(value, { [measure]: 1 });
  return (
    <>
      <p className="conflict-head">
        <span>{t.figure.conflictWhere}</span> <span>{t.figure.usedAndOtherHead}</span>
      </p>
      <ul className="class-members conflict-places">
        {places.map(({ code, names, parentNames, used, stated }) => (
          <li key={code}>
            <button
              type="button"
              className="link"
              onClick={() => {
                closeFigure();
                openArea(code);
              }}
            >
              <AreaName name={text(names)} above={parentNames.slice(-1).map(text)} />
            </button>
            <Figure of={areaFigureRef(code, indicator, period)}>
              {t.figure.usedAndOther(count(used), count(stated))}
            </Figure>
          </li>
        ))}
      </ul>
      {data.total > data.areas.length && <p>{t.set.more(data.total - data.areas.length)}</p>}
    </>
  );
}
