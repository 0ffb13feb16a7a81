// A register of canaries: records that hold words which stand nowhere else, and must never be seen again.

import { square } from "#tiles/fixtures/coverages";

/** A name, an id number and a household key that stand nowhere else. */
export const NAME = "Canary Qwertzalia";
export const ID_NUMBER = "999999197001017777";
export const KEY = "CANARY-KEY-7731";
export const CANARIES = [NAME, ID_NUMBER, KEY] as const;

/** The canaries that a text holds. */
export const canariesIn = (text: string): string[] => CANARIES.filter((canary) => text.includes(canary));

const feature = (code: string, parent: string, x: number): string =>
  JSON.stringify({ type: "Feature", properties: { code, parent }, geometry: square(x, 0, 1) });

/** A profile and its files by name: a good household or two, and every mistake that could be quoted. */
export const FILES: Record<string, string> = {
  "villages.geojson": `{"type":"FeatureCollection","features":[${feature("V1", "C", 0)},${feature("V2", "C", 1)}]}`,
  "households.csv": [
    "village,year,key,head,registered,state,watch,cause,score,income,dwelling,water",
    `V1,2020,${KEY},${NAME},是,贫困户,,因病,55,6000,C级,否`,
    `V1,2020,${KEY}-2,${NAME},no,ordinary,marginal,,,24000,A,yes`,
    // Everything below is wrong, and wrong with a canary in it.
    `${NAME},2020,${KEY},${NAME},yes,poor,,,,1,A,yes`,
    `V2,${NAME},${KEY},${NAME},yes,poor,,,,1,A,yes`,
    `V1,2020,${KEY},${NAME},yes,poor,,,,1,A,yes`,
    `V2,2020,${KEY},${NAME},${NAME},${NAME},${NAME},${NAME},${ID_NUMBER},${NAME},${NAME},${NAME}`,
    `V2,2020,${KEY}-empty,${NAME},yes,poor,,,,1,A,yes`,
  ].join("\n"),
  "persons.csv": [
    "village,year,key,number,name,id,age,years,school,ill,insurance,work",
    `V1,2020,${KEY},1,${NAME},${ID_NUMBER},70,3,,是,已参保,否`,
    `V1,2020,${KEY},2,${NAME},${ID_NUMBER},9,2,否,否,未参保,否`,
    `V1,2020,${KEY}-2,1,${NAME},${ID_NUMBER},40,9,,no,insured,yes`,
    `V1,2020,${KEY}-2,1,${NAME},${ID_NUMBER},40,9,,no,insured,yes`,
    `V2,2020,${KEY},1,${NAME},${ID_NUMBER},${ID_NUMBER},${NAME},${NAME},${NAME},${NAME},${NAME}`,
    `V2,2020,${KEY}-nobody,1,${NAME},${ID_NUMBER},40,9,,no,insured,yes`,
    `V2,2020,${KEY},${NAME},${NAME},${ID_NUMBER},40,9,,no,insured,yes`,
  ].join("\n"),
  "profile.yaml": `
dataset: canaries
title: Canaries
licence: { name: CC0-1.0, attribution: nobody }
levels:
  - { id: county, label: County }
  - { id: village, label: Village, file: villages.geojson, code: code, parent: parent }
register:
  period: { column: year }
  households:
    file: households.csv
    village: village
    household: key
    columns: { head_name: head, registered: registered, poverty_state: state, monitoring: watch, main_cause: cause,
               exit_score: score, net_income_yuan: income, dwelling: dwelling, safe_water: water }
  persons:
    file: persons.csv
    village: village
    household: key
    columns: { number: number, name: name, id_number: id, age: age, schooling_years: years, at_school: school,
               long_illness: ill, insurance: insurance, can_work: work }
  lines:
    - { area: C, period: "2020", yuan: 4000, source: national }
`,
};
