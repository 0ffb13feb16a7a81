// The button that puts one area into the basket, or takes it out.

import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { putIn, takeOut } from "#client/model/basket.ts";
import { Icon } from "#client/ui/Icon.tsx";

export function PutInBasket({ code }: { readonly code: string }) {
  const { t } = useWords();
  const { view, change } = useView();
  const isIn = view.set?.includes(code) ?? false;
  return (
    <button
      type="button"
      className="button"
      aria-pressed={isIn}
      onClick={() => change(isIn ? takeOut(view, code) : putIn(view, [code]))}
    >
      <Icon name={isIn ? "minus" : "plus"} />
      {isIn ? t.basket.taken : t.basket.put}
    </button>
  );
}
