// English words of the table.

export const table = {
  table: "Table",
  tableOf: (levels: string, order: string) => `${levels}, ${order}`,
  worstFirst: (_isLowWorst: boolean) => "worst first",
  bestFirst: (_isLowWorst: boolean) => "best first",
  largestFirst: "largest first",
  smallestFirst: "smallest first",
  byName: "by name",
  byChange: "by change",
  byCount: "by count",
  tableInside: (area: string) => `in ${area}`,
  rank: "Rank",
  name: "Name",
  changeSince: (period: string) => `vs ${period}`,
  changeNone: "Change",
  download: "Download CSV",
  fold: "Fold the table",
  unfold: "Unfold the table",
  tableHelp: "Arrow keys move through the rows and the map follows; Enter opens.",
  sortBy: (column: string) => `Sort by ${column}`,
  openArea: (name: string) => `Open ${name}`,
};
