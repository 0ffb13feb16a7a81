// The poverty line that the demo measures incomes against.

/**
 * Poverty line in yuan for each person and year. 2014 to 2016 as the statistical yearbooks state it, 2019 as reported,
 * 2020 about what was announced; 2017 and 2018 from secondary sources; that it stays at 4,000 afterwards is assumed.
 */
export const LINES: ReadonlyMap<number, number> = new Map([
  [2014, 2800],
  [2015, 2855],
  [2016, 2952],
  [2017, 2952],
  [2018, 2995],
  [2019, 3218],
  [2020, 4000],
  [2021, 4000],
  [2022, 4000],
]);
