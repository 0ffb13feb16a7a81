// Buttons that add what lies near to a set, wherever the map looks: by the server, which has all outlines.

import { useState } from "react";
import { MAX_SET_CODES, packCodes } from "#domain/area_set_codec";
import { nearSetContract } from "#domain/contract/sets";
import { fetchAnswer } from "#client/data/answers.ts";
import { ApiError } from "#client/data/api.ts";
import { Problem } from "#client/ui/Problem.tsx";
import { useWords } from "#client/i18n/words.ts";
import { useView } from "#client/data/view_context.ts";
import { withAll } from "#client/model/area_set.ts";

/** Distances by which a set may be grown, in kilometres. */
const REACHES_KM = [2, 5, 10] as const;

export interface GrowSetProps {
  readonly codes: readonly string[];
  /** Level of what is added. */
  readonly level: string;
}

/** What became of the last press, for the set it was made on. */
interface Grown {
  readonly packed: string;
  readonly km: number;
  readonly outcome: "asking" | "nothing near" | ApiError;
}

export function GrowSet({ codes, level }: GrowSetProps) {
  const { t } = useWords();
  const { catalog, change } = useView();
  const [last, setLast] = useState<Grown | null>(null);
  const packed = packCodes(codes);
  const grown = last?.packed === packed ? last : null;

  const grow = (km: number): void => {
    const settle = (outcome: Grown["outcome"]): void => setLast({ packed, km, outcome });
    settle("asking");
    const query = { release: catalog.address, codes: packed, level, km };
    fetchAnswer(nearSetContract, { query }).then(
      (near) => {
        if (near.codes.length === 0) return settle("nothing near");
        setLast(null);
        return change({ set: withAll(codes, near.codes) });
      },
      (reason: unknown) =>
        settle(reason instanceof ApiError ? reason : new ApiError("refused", String(reason), null, null)),
    );
  };
  return (
    <>
      {REACHES_KM.map((km) => (
        <button
          key={km}
          type="button"
          className="button"
          title={t.set.growWhat(km)}
          disabled={grown?.outcome === "asking" || codes.length >= MAX_SET_CODES}
          onClick={() => grow(km)}
        >
          {t.set.grow(km)}
        </button>
      ))}
      {grown?.outcome instanceof ApiError && <Problem error={grown.outcome} retry={() => grow(grown.km)} />}
      {grown?.outcome === "nothing near" && (
        <output className="panel-note">{t.set.nothingNear(grown.km)}</output>
      )}
    </>
  );
}
