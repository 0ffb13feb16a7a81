// Announces to screen readers which area was opened, and its value.

import { useWords } from "#client/i18n/words.ts";
import { useProfile } from "#client/data/use_profile.ts";
import { useView } from "#client/data/view_context.ts";

export function Announcer() {
  const words = useWords();
  const { resolved } = useView();
  const profile = useProfile();
  const { indicator } = resolved;
  const area = profile.data?.area;
  const entry = profile.data?.indicators.find((known) => known.indicator === indicator?.id);
  const value =
    entry?.value !== undefined && indicator
      ? words.number(entry.value, indicator.unit)
      : entry?.missing
        ? words.missing(entry.missing)
        : "";
  return (
    <output className="visually-hidden" aria-live="polite" data-testid="announcer">
      {area &&
        indicator &&
        words.t.opened(
          words.text(area.names),
          words.label(indicator.label),
          value,
          profile.data!.period,
          words.plural(resolved.level),
        )}
    </output>
  );
}
