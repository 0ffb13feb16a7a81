import { expect, it } from "vitest";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ClassFill } from "#client/model/fill.ts";
import { recoloured } from "./map_content.ts";
import type { MapContent } from "./map_content.ts";

const fill = (column: string, breaks: number[], colours: string[]): ClassFill => ({
  kind: "classes",
  columns: [column],
  breaks,
  colours,
  zeroColour: null,
  unreliableColour: null,
});

const content = (paper: string, of: ClassFill): MapContent => ({
  level: {} as MapContent["level"],
  fill: of,
  tokens: { paper } as MapColours,
});

const old = content("white", fill("mpi@2021", [0.1], ["pink", "red"]));

it("lets a content wait in the theme of the next one, with its own values and breaks", () => {
  expect(recoloured(old, content("black", fill("mpi@2022", [0.2], ["brown", "orange"])))?.fill).toEqual(
    fill("mpi@2021", [0.1], ["brown", "orange"]),
  );
});

it("leaves a content as it is under the same theme, and where the next one has more classes", () => {
  expect(recoloured(old, content("white", fill("mpi@2022", [0.2], ["tan", "blue"])))).toBeNull();
  expect(recoloured(old, content("black", fill("mpi@2022", [1, 2], ["a", "b", "c"])))).toBeNull();
});
