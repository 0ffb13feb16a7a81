// The tray of the basket at the foot of the screen: what is in it, and what can be done with it.

import { useEffect } from "react";
import { packCodes } from "#domain/area_set_codec";
import { formatColumnId } from "#domain/column_id";
import { setContract } from "#domain/contract/sets";
import { addressOf } from "#client/data/api.ts";
import { useRankedRows } from "#client/data/use_values.ts";
import { useView } from "#client/data/view_context.ts";
import { workbookAddress } from "#client/data/workbook.ts";
import { useWords } from "#client/i18n/words.ts";
import { EMPTY_BASKET, MAX_NAME, MAX_PLACES } from "#client/model/basket.ts";
import { goTo, mapAddress, placesAddress, usePath } from "#client/model/location.ts";
import { useCanUndo } from "#client/model/undo.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Popover } from "#client/ui/Popover.tsx";
import { setTrayFolded, useTrayFolded } from "./tray_state.ts";
import { useBasket } from "./use_basket.ts";
import type { Basket } from "./use_basket.ts";
import "./basket.css";

/** Areas that are named. */
const NAMED = 3;

/** The tray; nothing for an empty basket or a folded one. */
export function BasketTray({ onUndo }: { onUndo(): void }) {
  const { t } = useWords();
  const { change } = useView();
  const basket = useBasket();
  const isFolded = useTrayFolded();
  const canUndo = useCanUndo();
  const isShown = basket !== null && !isFolded;
  useEffect(() => {
    if (!isShown) return undefined;
    document.documentElement.dataset["tray"] = "open";
    return () => {
      delete document.documentElement.dataset["tray"];
    };
  }, [isShown]);
  if (!basket || isFolded) return null;
  return (
    <section className="basket-tray" aria-label={t.basket.label}>
      <Contents basket={basket} />
      <div className="basket-verbs">
        <CompareVerb basket={basket} />
        <SumVerb />
        <ExportVerb basket={basket} />
        <button type="button" disabled={!canUndo} title={t.basket.undoWhat} onClick={onUndo}>
          {t.basket.undo}
        </button>
        <button
          type="button"
          className="is-square"
          aria-label={t.basket.fold}
          title={t.basket.fold}
          onClick={() => setTrayFolded(true)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          className="is-square"
          aria-label={t.basket.clear}
          title={t.basket.clear}
          onClick={() => change(EMPTY_BASKET)}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}

function Contents({ basket }: { readonly basket: Basket }) {
  const words = useWords();
  const { t } = words;
  const { view, change } = useView();
  const { people, areas, answer } = basket;
  const names = (answer.data?.areas ?? []).map((area) => words.text(area.names));
  const set = (text: string): void => {
    const name = text.trim() || null;
    if (name !== view.setName) change({ setName: name });
  };
  return (
    <>
      <Icon name="basket" />
      <output className="basket-holds">
        <b>
          {t.join([
            t.basket.holds(areas),
            ...(people === null
              ? []
              : [t.basket.people(people, words.number(people, "count", { whole: true }))]),
          ])}
        </b>
        <span>
          {names.length > 0 && t.basket.of(names.slice(0, NAMED).join(t.comma), names.length - NAMED)}
        </span>
      </output>
      <input
        key={view.setName ?? ""}
        className="basket-name"
        aria-label={t.basket.name}
        placeholder={t.basket.nameIt}
        defaultValue={view.setName ?? ""}
        maxLength={MAX_NAME}
        onBlur={({ target }) => set(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") currentTarget.blur();
        }}
      />
    </>
  );
}

/** Opens the sum beside the map, or closes it; from another room it leads to the map. */
function SumVerb() {
  const { t } = useWords();
  const { view, change } = useView();
  const isOnMap = mapAddress({}).split("?")[0] === usePath();
  const isOpen = isOnMap && view.card === "set";
  const open = { card: isOpen ? ("area" as const) : ("set" as const), pane: "profile" as const };
  return (
    <button
      type="button"
      aria-pressed={isOpen}
      title={t.basket.sumWhat}
      onClick={() => (isOnMap ? change(open) : goTo(mapAddress(open)))}
    >
      {t.basket.sum}
    </button>
  );
}

/** Compares the places of the basket: of more than four those that are worst in what is shown. */
function CompareVerb({ basket: { codes } }: { readonly basket: Basket }) {
  const { t } = useWords();
  const { rows } = useRankedRows();
  const held = new Set(codes);
  const worst = rows.filter(({ area }) => held.has(area.code)).map(({ area }) => area.code);
  const places = codes.length <= MAX_PLACES ? codes : [...new Set([...worst, ...codes])].slice(0, MAX_PLACES);
  return (
    <button type="button" title={t.basket.compareWhat} onClick={() => goTo(placesAddress(places))}>
      {t.basket.compare}
    </button>
  );
}

function ExportVerb({ basket: { codes } }: { readonly basket: Basket }) {
  const { t, language } = useWords();
  const { catalog, resolved } = useView();
  const { indicator, period } = resolved;
  const shown = indicator ?? catalog.indicators[0];
  if (!shown) return null;
  const at = shown.periods.includes(period) ? period : shown.periods.at(-1)!;
  const packed = packCodes(codes);
  const book = {
    release: catalog.address,
    codes: packed,
    columns: formatColumnId({ indicator: shown.id, period: at }),
    language,
  };
  const csv = { release: catalog.address, codes: packed, period: at, indicator: shown.id, format: "csv" };
  return (
    <Popover
      className="basket-export"
      buttonClass=""
      align="right"
      title={t.basket.export}
      label={t.basket.export}
    >
      <a className="option" data-closes href={workbookAddress(book)} download>
        {t.basket.xlsx}
      </a>
      <a className="option" data-closes href={workbookAddress({ ...book, all: "1" })} download>
        {t.basket.xlsxAll}
      </a>
      <a className="option" data-closes href={addressOf({ contract: setContract, query: csv })} download>
        {t.basket.csv}
      </a>
    </Popover>
  );
}
