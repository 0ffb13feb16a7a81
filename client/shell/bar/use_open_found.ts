// Where a found place, indicator or facility opens: in the room that is open where it can, else on the map.

import type { z } from "zod";
import type { facilitiesContract } from "#domain/contract/things";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { entryAddress, goTo, mapAddress } from "#client/model/location.ts";
import { roomRow } from "#client/model/rooms.ts";
import type { RoomId } from "#client/model/rooms.ts";

const FACILITY_ZOOM = 11;

export type FoundFacility = z.infer<typeof facilitiesContract.response>["facilities"][number];

/** The way to an area: inside of a room that is about a place, else on the map. */
export function useOpenPlace(room: RoomId | null): (code: string) => void {
  const { catalog } = useView();
  const openHere = useOpen();
  return (code) =>
    room !== null && roomRow(room).isPlaced
      ? openHere(code)
      : goTo(mapAddress({ area: code === catalog.rootCode ? null : code, camera: null }));
}

/** The way to an indicator: its entry in the catalogue, elsewhere the map of it. */
export function useOpenIndicator(room: RoomId | null): (id: string) => void {
  const { catalog, change } = useView();
  return (id) => {
    const lens = catalog.indicators.find((indicator) => indicator.id === id)?.lens;
    if (room === "data") goTo(entryAddress(id));
    else if (room === "map") change({ ...(lens ? { lens } : {}), indicator: id });
    else goTo(mapAddress({ ...(lens ? { lens } : {}), indicator: id }));
  };
}

/** The way to a facility: its card, with its village around it on the map. */
export function useOpenFacility(room: RoomId | null): (facility: FoundFacility) => void {
  const { change } = useView();
  return ({ code, point }) => {
    const camera = point ? { lon: point[0], lat: point[1], zoom: FACILITY_ZOOM } : null;
    const patch = { facility: code, pane: "profile" as const, ...(camera ? { camera } : {}) };
    if (room === "map") change(patch);
    else goTo(mapAddress(patch));
  };
}
