// Where one is: the way from the top, the level shown, and the way up.

import { useWords } from "#client/i18n/words.ts";
import { useClasses } from "#client/data/use_classes.ts";
import { useGoUp, useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { Icon } from "#client/ui/Icon.tsx";
import "./crumbs.css";

export function Crumbs({ isNarrow }: { readonly isNarrow: boolean }) {
  const words = useWords();
  const { t, text } = words;
  const { resolved } = useView();
  const openArea = useOpen();
  const goUp = useGoUp();
  const classes = useClasses().data;
  const here = resolved.selected ?? resolved.open;
  const above = here?.parents[here.parents.length - 1];
  const count = classes?.scope.areaCount ?? resolved.level.areaCount;
  const shown = here && !goUp ? words.areas(resolved.level, count) : words.plural(resolved.level);
  return (
    <nav className={isNarrow ? "crumbs" : "crumbs card"} aria-label={t.breadcrumb}>
      <ol>
        {here?.parents.map(({ code, names }) => (
          <li key={code}>
            <button type="button" className="link" onClick={() => openArea(code)}>
              {text(names)}
            </button>
          </li>
        ))}
        <li aria-current="location">{here ? text(here.names) : t.wholeTerritory}</li>
      </ol>
      <span className="shown-level">{isNarrow ? shown : t.showing(shown)}</span>
      {goUp && (
        <button
          type="button"
          className="button is-up"
          aria-label={above ? t.upTo(text(above.names)) : t.up}
          onClick={goUp}
        >
          <Icon name="up" />
          {!isNarrow && t.up}
        </button>
      )}
    </nav>
  );
}
