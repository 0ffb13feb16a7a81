// The layers of things on the map that a reader can switch off. A further one is a row.

import { FACILITY_KINDS } from "#domain/facilities";

/** Kinds of facilities that a layer shows; null for the roads. */
export const THING_SWITCHES = [
  { id: "roads", kinds: null },
  { id: "schools", kinds: kindsOf("primary", "junior", "vocational", "training") },
  { id: "clinics", kinds: kindsOf("health") },
  { id: "offices", kinds: kindsOf("administration") },
] as const;

export type ThingSwitch = (typeof THING_SWITCHES)[number]["id"];

function kindsOf(...stages: readonly string[]): readonly string[] {
  return FACILITY_KINDS.filter(({ stage }) => stages.includes(stage)).map(({ id }) => id);
}

/** Whether a kind is shown while some layers are switched off. */
export const isKindShown = (kind: string, off: readonly string[]): boolean =>
  THING_SWITCHES.some(({ id, kinds }) => kinds?.includes(kind) === true && !off.includes(id));
