// Which indicator of the lens is shown: a list by theme, with what each one means.

import type { CatalogIndicator } from "#domain/contract/catalog";
import { THEME_IDS, THEMES } from "#domain/themes";
import { useWords } from "../i18n/words.ts";
import { useScreen } from "../screen.ts";
import { Icon } from "./Icon.tsx";
import { Popover } from "./Popover.tsx";

export function IndicatorPicker() {
  const words = useWords();
  const { t, text } = words;
  const { catalog, scene, change } = useScreen();
  const { indicator } = scene;
  if (!indicator) return null;
  const known = catalog.indicators.filter(({ lens }) => lens === scene.lens);
  const whole = known.filter(({ partOf }) => partOf === undefined);
  const groups = [
    ...THEME_IDS.map((id) => ({ title: text(THEMES[id]), list: whole.filter(({ theme }) => theme === id) })),
    { title: t.otherIndicators, list: whole.filter(({ theme }) => theme === undefined) },
    { title: t.whySub, list: known.filter(({ partOf }) => partOf !== undefined) },
  ].filter(({ list }) => list.length > 0);
  const option = (one: CatalogIndicator) => {
    const isOn = one.id === indicator.id;
    return (
      <li key={one.id}>
        <button
          type="button"
          className="option"
          aria-pressed={isOn}
          {...(isOn ? { "data-autofocus": true } : {})}
          data-closes
          onClick={() => change({ indicator: one.id })}
        >
          <b>{words.title(one)}</b>
          {one.denominator === null && <small>{t.asCircles}</small>}
          {one.description && <span>{text(one.description)}</span>}
        </button>
      </li>
    );
  };
  return (
    <Popover
      className="indicator-picker"
      title={t.indicator}
      label={
        <>
          <small>{t.indicator}</small>
          <span className="clip">{words.title(indicator)}</span>
          <Icon name="down" />
        </>
      }
    >
      {groups.map(({ title, list }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>{list.map((one) => option(one))}</ul>
        </section>
      ))}
    </Popover>
  );
}
