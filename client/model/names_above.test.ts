import { expect, it } from "vitest";
import { namesAbove } from "./names_above.ts";
import type { PlacedName } from "./names_above.ts";

const area = (code: string, name: string, ...above: string[]): PlacedName => ({ code, name, above });
const read = (areas: readonly PlacedName[]): Record<string, string> =>
  Object.fromEntries([...namesAbove(areas)].map(([code, above]) => [code, above.join(" · ")]));

it("writes nothing behind names that all differ", () => {
  expect(read([area("1", "白场村", "晴关乡", "东溪县"), area("2", "秋谷村", "晴关乡", "东溪县")])).toEqual(
    {},
  );
  expect(read([])).toEqual({});
});

it("writes the area right above behind every name of a list in which names repeat", () => {
  const areas = [
    area("1", "白场村", "晴关乡", "东溪县"),
    area("2", "白场村", "云岭乡", "东溪县"),
    area("3", "秋谷村", "云岭乡", "东溪县"),
  ];
  expect(read(areas)).toEqual({ 1: "晴关乡", 2: "云岭乡", 3: "云岭乡" });
});

it("goes further up where the area above has the same name too", () => {
  const areas = [
    area("1", "白场村", "晴关乡", "东溪县", "青云省"),
    area("2", "白场村", "晴关乡", "西溪县", "青云省"),
    area("3", "秋谷村", "晴关乡", "东溪县", "青云省"),
  ];
  expect(read(areas)).toEqual({ 1: "晴关乡 · 东溪县", 2: "晴关乡 · 西溪县", 3: "晴关乡" });
});

it("leaves out what is above all of them, even where nothing is left to tell them apart", () => {
  expect(read([area("1", "白场村", "晴关乡"), area("2", "白场村", "晴关乡")])).toEqual({ 1: "", 2: "" });
});
