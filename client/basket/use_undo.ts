// Taking back changes of basket and filters, by Ctrl+Z or a button.

import { useEffect, useEffectEvent, useRef } from "react";
import { useView } from "#client/data/view_context.ts";
import { rememberStep, takeBack } from "#client/model/undo.ts";
import type { Undoable } from "#client/model/undo.ts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type='range']), textarea, select");

/** Remembers every change, wherever it comes from; returns what takes the last one back. */
export function useUndo(): () => void {
  const { view, change } = useView();
  const { set, setName, where, card } = view;
  const last = useRef<Undoable | null>(null);
  const isTakingBack = useRef(false);
  useEffect(() => {
    const before = last.current;
    const isOther =
      before !== null && (before.set !== set || before.setName !== setName || before.where !== where);
    if (isOther && !isTakingBack.current) rememberStep(before);
    isTakingBack.current = false;
    last.current = { set, setName, where, card };
  }, [set, setName, where, card]);
  const undo = useEffectEvent(() => {
    const before = takeBack({ set, setName, where, card });
    if (!before) return;
    isTakingBack.current = true;
    change(before);
  });
  const undoRef = useRef(() => undefined as void);
  useEffect(() => {
    undoRef.current = () => undo();
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!isUndo || isTyping(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return () => undoRef.current();
}
