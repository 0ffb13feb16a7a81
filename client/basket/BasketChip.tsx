// The basket in the bar while its tray is folded.

import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { setTrayFolded, useTrayFolded } from "./tray_state.ts";
import { useBasket } from "./use_basket.ts";
import "./basket.css";

export function BasketChip() {
  const words = useWords();
  const basket = useBasket();
  const isFolded = useTrayFolded();
  if (!basket || !isFolded) return null;
  const label = words.t.basket.unfold(basket.areas);
  return (
    <button
      type="button"
      className="button is-square basket-chip"
      aria-label={label}
      title={label}
      onClick={() => setTrayFolded(false)}
    >
      <Icon name="basket" />
      <span aria-hidden="true">{words.number(basket.codes.length, "count", { whole: true })}</span>
    </button>
  );
}
