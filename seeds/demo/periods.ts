// The years that the demo covers.

export const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022] as const;

/** Share of the way from the first year to the last, 0 to 1. */
export const progress = (year: number): number => (year - YEARS[0]) / (YEARS.length - 1);
