import { expect, it } from "vitest";
import { readOffices } from "./read_offices.ts";

it("reads offices with names in several languages, and the usual days where none stand", () => {
  expect(
    readOffices('\ufeffarea,name_zh,name_en,days\r\n9901,石坪镇人民政府,"Shiping, town",10\r\n9902,甲,,\r\n'),
  ).toEqual([
    { areaCode: "9901", names: { zh: "石坪镇人民政府", en: "Shiping, town" }, answerDays: 10 },
    { areaCode: "9902", names: { zh: "甲" }, answerDays: 15 },
  ]);
});

it.each([
  ["", "line 1: the file is empty"],
  ["area,office\n1,a", 'line 1: column "office" is not known'],
  ["area,days\n1,3", "there must be area, days, and name_en"],
  ["area,name_en\n1,a\n,b", "line 3: the area is empty"],
  ["area,name_en\n1,a\n\n1,b", 'line 4: area "1" has an office already in line 2'],
  ["area,name_en\n1,", 'line 2: the office of area "1" has no name'],
  ["area,name_en,days\n1,a,soon", 'line 2: days is "soon": it is a whole number from 1 to 365'],
  ["area,name_en,days\n1,a,0", 'days is "0"'],
  ["area,name_en\n1,a,b", "invalid record length"],
])("names line, value and rule of what is wrong: %j", (text, message) => {
  expect(() => readOffices(text)).toThrow(message);
});
