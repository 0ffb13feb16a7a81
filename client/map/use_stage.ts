// The life of the stage: made with its container, ended with it.

import { useEffect, useState } from "react";
import type { Catalog } from "#domain/contract/catalog";
import { Stage } from "./stage.ts";

/** Gives the stage once it can be drawn on; `isMissing` says that this browser has no WebGL. */
export function useStage(
  container: HTMLElement | null,
  bounds: Catalog["bbox"],
): { stage: Stage | null; isMissing: boolean } {
  const [stage, setStage] = useState<Stage | null>(null);
  const [isMissing, setIsMissing] = useState(false);

  useEffect(() => {
    if (!container) return undefined;
    let made: Stage;
    try {
      made = new Stage(container, bounds);
    } catch {
      queueMicrotask(() => setIsMissing(true));
      return undefined;
    }
    let isOver = false;
    void made.ready().then(() => {
      if (!isOver) setStage(made);
    });
    return () => {
      isOver = true;
      setStage(null);
      made.destroy();
    };
  }, [container, bounds]);
  return { stage, isMissing };
}
