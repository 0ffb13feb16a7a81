// English words of facilities and roads.

export const things = {
  things: {
    layer: { roads: "Roads", schools: "Schools", clinics: "Clinics", offices: "Offices" },
    close: "Close",
    here: "Schools and services",
    figures: (period: string) => `Figures ${period}`,
    noFigures: "No figures are reported for it.",
    overfull: "More pupils than places",
    norms: "Norms",
    normState: { kept: ": kept", broken: ": not kept", unknown: ": not known" },
    unknown: "not known",
    trend: "Pupils by year",
    trendKey: "line: places",
    trendPoint: (period: string, served: number | null, capacity: number | null) =>
      `${period}: ${served ?? "unknown"} pupils, ${capacity ?? "unknown"} places`,
    catchment: "Where its pupils come from",
    catchmentSum: (villages: number, pupils: string) =>
      `${villages} ${villages === 1 ? "village" : "villages"} · ${pupils} pupils`,
    noCatchment: "Nobody has stated which villages it serves.",
    more: (count: number) => `${count} more`,
    fewer: "Fewer",
    otherVillage: (name: string) => `Its stated address is ${name}, where it does not lie.`,
    opens: (period: string) => `Opened only in ${period}.`,
    closed: (period: string) => `Closed since ${period}.`,
    source: (department: string, file: string, date: string | null) =>
      `${department} · ${file}${date === null ? "" : ` · as of ${date}`}`,
    searchGroup: "Facilities",
  },
};
