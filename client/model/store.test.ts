import { expect, it } from "vitest";
import { createStore } from "./store.ts";

it("calls its subscribers after every change, and not for the same value", () => {
  const store = createStore(1);
  const seen: number[] = [];
  const unsubscribe = store.subscribe(() => seen.push(store.get()));
  store.set(2);
  store.set(2);
  store.set(3);
  unsubscribe();
  store.set(4);
  expect(seen).toEqual([2, 3]);
  expect(store.get()).toBe(4);
});

it("keeps each subscriber once", () => {
  const store = createStore<string | null>(null);
  let calls = 0;
  const listener = (): void => void calls++;
  store.subscribe(listener);
  const unsubscribe = store.subscribe(listener);
  store.set("a");
  expect(calls).toBe(1);
  unsubscribe();
  store.set(null);
  expect(calls).toBe(1);
});
