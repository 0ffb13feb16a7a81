// English words of the wall display.

export const wall = {
  wall: {
    title: "Wall display",
    what: "Shows one view after another in large type and without controls, for a screen on a wall.",
    links: "Views, one link in each line",
    add: "Add the present view",
    seconds: "Seconds for each view",
    start: "Show on the wall",
    keys: "Space pauses, ← → go back and on, Esc leaves the wall.",
    bad: (line: string) => `This is not a link to a view of this map: ${line}`,
    none: "Add at least one view.",
    tooMany: (count: number, most: number) => `${count} views are too many; ${most} fit into a link.`,
    figures: (period: string) => `Figures of ${period}`,
    at: (view: number, of: number) => `${view} of ${of}`,
    paused: "Paused. Space goes on.",
    away: "Some views could not be loaded; those loaded before go on.",
  },
};
