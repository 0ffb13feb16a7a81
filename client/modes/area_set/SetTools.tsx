// The map's buttons for picking: by press, or by a loop.

import { Icon } from "#client/ui/Icon.tsx";
import { useWords } from "#client/i18n/words.ts";
import { setPicking, usePicking } from "#client/model/picking.ts";

export function SetTools() {
  const { t } = useWords();
  const picking = usePicking();
  const tool = (mode: "press" | "lasso", label: string) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={picking === mode}
      onClick={() => setPicking(picking === mode ? null : mode)}
    >
      <Icon name={mode === "press" ? "pick" : "lasso"} />
    </button>
  );
  return (
    <>
      {tool("press", t.set.pick)}
      {tool("lasso", t.set.lasso)}
    </>
  );
}
