// What the release says of one indicator: against its norm who falls short, else who stands at the end that matters.

import { useView } from "#client/data/view_context.ts";
import { isAgainstNorm } from "#client/model/against_norm.ts";
import { EndsFinding } from "./EndsFinding.tsx";
import { NormFinding } from "./NormFinding.tsx";

export function OneFinding() {
  const { view, resolved } = useView();
  return resolved.indicator && isAgainstNorm(view, resolved.indicator) ? <NormFinding /> : <EndsFinding />;
}
