// Sends the map as a picture to where the device sends things; where it cannot, the picture is saved.

import { useState } from "react";
import { LENSES } from "#domain/lens";
import { useClassFill } from "#client/data/use_classes.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { isAgainstNorm } from "#client/model/against_norm.ts";
import { digitsApart } from "#client/legend/bounds.ts";
import { endsOf } from "#client/legend/RampEnds.tsx";
import { shareLink, usePath } from "#client/model/location.ts";
import { useMapPicture } from "#client/model/map_picture.ts";
import { roomOfPath } from "#client/model/rooms.ts";
import { usePhrases, useSentenceText } from "#client/shell/sentence/use_phrases.ts";
import { useProgress } from "#client/shell/use_progress.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { drawPicture } from "./draw_picture.ts";
import type { Picture } from "./draw_picture.ts";

/** How long a saved picture can be read by the browser, in milliseconds. */
const KEPT_MS = 60_000;

/** Sends a file where the device can, else saves it. A reader who thinks better of it has done so. */
async function send(file: File, title: string): Promise<void> {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title });
    } catch (reason) {
      if (!(reason instanceof DOMException && reason.name === "AbortError")) throw reason;
    }
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the file after the press.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** The sentence without what is compared with nothing, and without the spaces that part its slots. */
function useTitle(): string {
  const { view, resolved } = useView();
  const isAlone =
    resolved.mode.kind === "one" && !(resolved.indicator && isAgainstNorm(view, resolved.indicator));
  const phrases = usePhrases().filter(
    (phrase) => !isAlone || !phrase.some((part) => typeof part === "object" && part.slot === "against"),
  );
  return useSentenceText(phrases)
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .replace(/\s*·$/, "");
}

/** What the picture says and shows, but for the map; null where one map of one column is not shown, or not yet. */
function usePictureWords(): Omit<Picture, "map"> | null {
  const words = useWords();
  const { t } = words;
  const { catalog, resolved } = useView();
  const { classes, fill } = useClassFill();
  const title = useTitle();
  const isLoading = useProgress();
  const answer = classes.shown?.answer;
  const { indicator } = resolved;
  if (isLoading || fill.kind !== "classes" || !indicator || answer?.indicator !== indicator.id) return null;
  const isChange = answer.change !== undefined;
  const writeBound = (value: number, digits: number): string =>
    words.number(value, indicator.unit, { bare: true, digits });
  const digits = digitsApart([0, ...fill.breaks], writeBound);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name);
  return {
    title,
    finding: document.querySelector<HTMLElement>(".sentence-finding")?.innerText ?? "",
    legend: {
      colours: fill.colours,
      bounds: fill.breaks.map((value) => writeBound(value, digits)),
      ends: endsOf(indicator, isChange, t),
    },
    source: [
      t.join([
        words.label(LENSES[indicator.lens].label),
        ...(words.unit(indicator.unit) ? [words.unit(indicator.unit)] : []),
      ]),
      t.releaseOf(catalog.release, catalog.publishedAt?.slice(0, 10) ?? ""),
      catalog.licence.attribution,
      t.attribution(catalog.licence.name),
    ],
    link: shareLink(catalog.release),
    colours: { paper: colour("--paper"), ink: colour("--ink"), ink2: colour("--ink2") },
  };
}

export function PictureButton() {
  const { t } = useWords();
  const take = useMapPicture();
  const isOnMap = roomOfPath(usePath())?.id === "map";
  const texts = usePictureWords();
  const [isFailed, setFailed] = useState(false);
  if (!take || !isOnMap) return null;
  const share = async (): Promise<void> => {
    const map = take();
    if (!map || !texts) return;
    try {
      const blob = await drawPicture({ ...texts, map });
      await send(new File([blob], "village-lens.png", { type: "image/png" }), texts.title);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <button type="button" disabled={texts === null} onClick={() => void share()}>
      <Icon name="picture" />
      {/* What an output says is no part of a button's name. */}
      {!isFailed && <span>{t.bar.picture}</span>}
      <output>{isFailed && t.bar.pictureFailed}</output>
    </button>
  );
}
