// The name of the facility under the pointer.

import { facilityKind } from "#domain/facilities";
import { useWords } from "#client/i18n/words.ts";
import { useHoveredFacility } from "#client/model/hovered_facility.ts";
import { FacilitySymbol } from "#client/profile/facility/FacilitySymbol.tsx";
import "./facility_hover.css";

/** Pixels from the symbol. */
const AWAY_PX = 14;

export function FacilityHover() {
  const words = useWords();
  const hovered = useHoveredFacility();
  if (!hovered) return null;
  const { x, y } = hovered.at;
  const isRight = x > window.innerWidth / 2;
  return (
    <div
      className="hover-card card facility-hover"
      data-testid="facility-hover"
      style={{
        transform: `translate(${isRight ? x - AWAY_PX : x + AWAY_PX}px, ${y}px) translate(${isRight ? "-100%" : "0"}, -50%)`,
      }}
    >
      <FacilitySymbol kind={hovered.kind} /> <b>{words.text(hovered.names)}</b>
      <small>{words.label(facilityKind(hovered.kind)?.label ?? {})}</small>
    </div>
  );
}
