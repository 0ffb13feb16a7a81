// The two columns that the view asks for, in words.

import { useMode, useView } from "#client/data/view_context.ts";
import { useColumnName } from "#client/ui/Waiting.tsx";
import { useWords } from "#client/i18n/words.ts";

/** "Multidimensional poverty index M0 · 2022 × Travel time to school · 2021"; empty where one indicator is shown. */
export function useComingColumns(): string {
  const { t } = useWords();
  const { indicator, period } = useView().resolved;
  const mode = useMode("bivariate");
  const columnName = useColumnName();
  if (!indicator || !mode) return "";
  return [
    columnName({ indicator, period, since: null }),
    columnName({ indicator: mode.second, period: mode.period, since: null }),
  ].join(` ${t.times} `);
}
