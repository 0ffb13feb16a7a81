// Filters, basket and undo as far as they hold in every room: mounted once.

import { FilterEffect } from "#client/filters/FilterEffect.tsx";
import { BasketTray } from "#client/basket/BasketTray.tsx";
import { useUndo } from "#client/basket/use_undo.ts";

export function PlaceTools() {
  const undo = useUndo();
  return (
    <>
      <FilterEffect />
      <BasketTray onUndo={undo} />
    </>
  );
}
