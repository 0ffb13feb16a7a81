// The way from the top to the open area.

import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";

export interface CrumbsProps {
  onOpen(code: string): void;
}

export function Crumbs({ onOpen }: CrumbsProps) {
  const { t, text } = useWords();
  const { resolved } = useView();
  const here = resolved.selected ?? resolved.open;
  return (
    <nav className="crumbs" aria-label={t.breadcrumb}>
      <ol>
        {here?.parents.map(({ code, names }) => (
          <li key={code}>
            <button type="button" onClick={() => onOpen(code)}>
              {text(names)}
            </button>
          </li>
        ))}
        <li aria-current="location">{here ? text(here.names) : t.wholeTerritory}</li>
      </ol>
    </nav>
  );
}
