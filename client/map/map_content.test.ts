import { expect, it } from "vitest";
import type { MapColours } from "#client/ui/theme_colours.ts";
import type { ClassPainting } from "#client/model/fill.ts";
import { inColoursOf } from "./map_content.ts";
import type { Picture } from "./map_content.ts";

const painting = (column: string, breaks: number[], colours: string[]): ClassPainting => ({
  kind: "classes",
  columns: [column],
  breaks,
  colours,
  zeroColour: null,
  unreliableColour: null,
});

const picture = (paper: string, of: ClassPainting): Picture => ({
  level: {} as Picture["level"],
  painting: of,
  tokens: { paper } as MapColours,
});

const old = picture("white", painting("mpi@2021", [0.1], ["pink", "red"]));

it("lets a picture wait in the theme of the next one, with its own values and breaks", () => {
  expect(
    inColoursOf(old, picture("black", painting("mpi@2022", [0.2], ["brown", "orange"])))?.painting,
  ).toEqual(painting("mpi@2021", [0.1], ["brown", "orange"]));
});

it("leaves a picture as it is under the same theme, and where the next one has more classes", () => {
  expect(inColoursOf(old, picture("white", painting("mpi@2022", [0.2], ["tan", "blue"])))).toBeNull();
  expect(inColoursOf(old, picture("black", painting("mpi@2022", [1, 2], ["a", "b", "c"])))).toBeNull();
});
