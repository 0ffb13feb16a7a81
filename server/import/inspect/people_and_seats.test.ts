// First profiles of household and person records, seats of government and heights.

import { describe, expect, it } from "vitest";
import { records } from "#server/test/files/records";
import { slope } from "#server/test/files/slope";
import { inspecting } from "#server/test/inspecting";
import { collection, ringsOf } from "#server/test/trial_profile";

const CODES = ["520123101201", "520123101202", "520123102201"];
const VILLAGES = collection(CODES.map((code, at) => ({ code, coordinates: ringsOf(106 + at, 27) })));

const { inspect } = inspecting({ "villages.geojson": VILLAGES });

describe("household and person records", () => {
  it("are a register by their headers, of which nothing is written", async () => {
    const { profile, text } = await inspect(records(CODES));
    expect(profile.register).toMatchObject({
      period: "2021",
      households: {
        file: "农户.csv",
        village: "村代码",
        household: "户编号",
        columns: {
          head_name: "户主",
          registered: "是否建档立卡",
          main_cause: "主要致贫原因",
          net_income_yuan: "家庭纯收入",
          dwelling: "住房安全等级",
          safe_water: "饮水安全",
        },
      },
      persons: {
        file: "家庭成员.csv",
        columns: {
          number: "序号",
          name: "姓名",
          id_number: "身份证号",
          age: "年龄",
          schooling_years: "受教育年限",
          at_school: "是否在校",
          insurance: "医疗保险",
          can_work: "劳动能力",
        },
      },
    });
    expect(text).toContain("guessed: 9 households and 18 members, by their headers");
    expect(text).toContain("sure: 村代码 holds codes of the lowest level");
    expect(text).toContain("not used of the households: 联系电话");
    expect(text).toContain("to be filled: poverty lines");
    // Codes of villages stand in the files of areas too; names, numbers and incomes do not.
    expect(text).not.toMatch(/某户|某人|13800|27000|-1\b/);
    expect(profile.tables).toEqual([]);
    expect(profile.levels.map(({ id }) => id)).toContain("village");
  });

  it("say which villages nobody knows, restore lost zeros, and take the period from a column of both files", async () => {
    const { households, persons } = {
      households:
        "year,village_code,hh_id,registered,monitoring,net_income\n2020,9901,1,yes,,1\n2021,9902,2,no,,2\n",
      persons: "year,village_code,hh_id,number,age,can_work\n2020,9901,1,1,30,yes\n2021,9902,2,1,31,yes\n",
    };
    const codes = ["09901", "09902"];
    const { profile, text } = await inspect({
      "villages.geojson": collection(codes.map((code, at) => ({ code, coordinates: ringsOf(106 + at, 27) }))),
      "households.csv": households,
      "persons.csv": persons,
    });
    expect(profile.register).toMatchObject({
      period: { column: "year" },
      households: { pad: 5 },
      persons: { pad: 5 },
    });
    expect(text).toContain("sure: village_code holds codes of the lowest level");
    const other = await inspect({
      "households.csv": households.replaceAll(",990", ",88880"),
      "persons.csv": persons,
    });
    expect(other.text).toContain(
      "to be filled: 2 of 2 codes in village_code are no areas of the lowest level",
    );
  });

  it("are no table where one of the two is missing", async () => {
    const { profile, text } = await inspect({ "农户.csv": records(CODES)["农户.csv"] });
    expect(profile.register).toBeUndefined();
    expect(profile.tables).toEqual([]);
    expect(text).toContain("农户.csv: it holds records of people; a register needs one file of households");
  });
});

describe("seats and heights", () => {
  it("are places with a name and a point, by words in a column or by the name of their file", async () => {
    const { profile, text } = await inspect({
      "乡镇驻地.csv": "乡镇代码,名称,经度,纬度\n520123101,甲镇,106.5,27.5\n520123102,乙乡,108.5,27.5\n",
      "places.geojson": JSON.stringify({
        type: "FeatureCollection",
        features: ["县城", "集镇", "别的", "县城", "县城"].map((kind, at) => ({
          type: "Feature",
          properties: { kind, name: `地${at}` },
          geometry: { type: "Point", coordinates: [106.1 + at / 10, 27.1] },
        })),
      }),
    });
    expect(profile.context?.layers).toMatchObject([
      {
        layer: "seats",
        file: "places.geojson",
        class: { column: "kind", as: { 县城: "county_seat", 集镇: "township_seat" } },
        name: { zh: "name" },
      },
      {
        layer: "seats",
        file: "乡镇驻地.csv",
        class: "township_seat",
        area: "乡镇代码",
        point: { lon: "经度", lat: "纬度" },
      },
    ]);
    expect(text).toContain("to be filled: 别的 in kind are not known");
    expect(text).toContain("sure: 乡镇代码 holds codes of the areas whose seats they are");
  });

  it("are the relief, one of the GeoTIFFs there", async () => {
    const { profile, text } = await inspect({ "dem.tif": slope(), "dem_10m.tif": slope() });
    expect(profile.context?.relief).toMatchObject({ file: "dem.tif" });
    expect(text).toContain("guessed: 64 × 64 pixels of a GeoTIFF are heights in metres");
    expect(text).toContain("dem_10m.tif: a map has one relief, and another GeoTIFF is taken");
    const nameless = await inspect({ "dem.tif": slope({ GeographicTypeGeoKey: undefined }) });
    expect(nameless.text).toContain("to be filled: it names no coordinate system");
  });
});
