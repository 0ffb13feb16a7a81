// What the map shows: one indicator, a change, need against supply or help, or several maps; and the picking of areas.

import { isFilled } from "#domain/column_kind";
import { LENSES, NEED_LENS, SECOND_LENS_IDS, secondLensOf, type SecondLensId } from "#domain/lens";
import { comparePeriods } from "#domain/period";
import { Icon } from "#client/ui/Icon.tsx";
import { IndicatorSelect } from "#client/ui/IndicatorSelect.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import { useWords } from "#client/i18n/words.ts";
import { spreadMaps } from "#client/model/map_spec.ts";
import { useScreen } from "#client/data/screen.ts";
import { setPicking, usePicking } from "#client/model/picking.ts";
import "#client/ui/option.css";
import "./picker.css";
import "./mode_picker.css";

const COMPARED = ["two", "four", "swipe"] as const;

/** What leads back to one indicator on one map. */
const ONE = { against: null, pairClass: null, since: null, maps: null, swipe: false } as const;

export function ModePicker() {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved, view, change } = useScreen();
  const picking = usePicking();
  const { indicator, pair } = resolved;
  if (!indicator) return null;
  const shown = view.maps
    ? view.swipe
      ? "swipe"
      : view.maps.length === 4
        ? "four"
        : "two"
    : pair
      ? secondLensOf(pair.other.lens)
      : resolved.since
        ? "change"
        : "one";
  const names = {
    one: t.modes.one,
    change: t.changeMap.mode,
    ...t.modes.bivariate,
    two: t.compare.two,
    four: t.compare.four,
    swipe: t.compare.swipe,
  };
  const need = view.lens === NEED_LENS && isFilled(indicator) ? indicator.id : null;
  const against = (lens: SecondLensId): string | null => {
    const known = catalog.indicators.filter((one) => one.lens === lens);
    return (known.find(({ id }) => id === LENSES[lens].secondIndicator) ?? known[0])?.id ?? null;
  };
  const option = (title: string, what: string, isOn: boolean, choose: () => void) => (
    <button
      key={title}
      type="button"
      className="option"
      aria-pressed={isOn}
      {...(isOn ? { "data-autofocus": true } : {})}
      data-closes
      onClick={choose}
    >
      <b>{title}</b>
      <span>{what}</span>
    </button>
  );
  return (
    <Popover
      className="mode-picker"
      title={t.modes.label}
      label={
        <>
          <span className="clip">{names[shown]}</span>
          <Icon name="down" />
        </>
      }
    >
      <h2>{t.modes.label}</h2>
      {option(t.modes.one, t.modes.oneWhat, shown === "one", () => change(ONE))}
      {SECOND_LENS_IDS.filter((lens) => against(lens) !== null).map((lens) =>
        option(t.modes.bivariate[lens], t.modes.bivariateWhat[lens], shown === lens, () =>
          change({ ...ONE, lens: NEED_LENS, indicator: need, against: against(lens) }),
        ),
      )}
      {isFilled(indicator) &&
        indicator.periods.length > 1 &&
        option(t.changeMap.mode, t.changeMap.what, shown === "change", () => {
          const [first, last] = [indicator.periods[0]!, indicator.periods.at(-1)!];
          change({ ...ONE, since: first, period: resolved.period === first ? last : resolved.period });
        })}
      {isFilled(indicator) &&
        indicator.periods.length > 1 &&
        COMPARED.map((mode) =>
          option(t.compare[mode], t.compare.what[mode], shown === mode, () =>
            change({
              ...ONE,
              maps: spreadMaps(indicator, mode === "four" ? 4 : 2),
              swipe: mode === "swipe",
            }),
          ),
        )}
      <h2>{t.set.mode}</h2>
      <div className="mode-picks">
        {(["press", "lasso"] as const).map((mode) => (
          <button
            key={mode}
            type="button"
            className="button"
            aria-pressed={picking === mode}
            data-closes
            onClick={() => setPicking(picking === mode ? null : mode)}
          >
            {picking === mode ? t.set.stop : mode === "press" ? t.set.pickShort : t.set.lassoShort}
          </button>
        ))}
      </div>
      {resolved.since && (
        <label className="mode-field">
          <span>{t.changeMap.since}</span>
          <select value={resolved.since} onChange={(event) => change({ since: event.target.value })}>
            {indicator.periods
              .filter((one) => comparePeriods(one, resolved.period) < 0)
              .map((one) => (
                <option key={one}>{one}</option>
              ))}
          </select>
        </label>
      )}
      {pair && (
        <label className="mode-field">
          <span>{t.modes.second}</span>
          <IndicatorSelect
            indicators={catalog.indicators}
            lenses={SECOND_LENS_IDS}
            chosen={pair.other.id}
            onChoose={({ id }) => change({ against: id, pairClass: null })}
          />
        </label>
      )}
    </Popover>
  );
}
