// Household and person records as an office keeps them, invented: headers in Chinese, some members for each household.

const CAUSES = ["因病", "缺技术", "因学"];

/** The two tables of records of the villages, three households in each. */
export function records(villages: readonly string[]): { "农户.csv": string; "家庭成员.csv": string } {
  const households = villages.flatMap((village) =>
    [1, 2, 3].map((nr) => ({ village, key: `${village}-${nr}`, nr })),
  );
  return {
    "农户.csv": [
      "年度,村代码,户编号,户主,是否建档立卡,主要致贫原因,家庭纯收入,住房安全等级,饮水安全,联系电话",
      ...households.map(
        ({ village, key, nr }) =>
          `2021,${village},${key},某户${nr},${nr === 1 ? "是" : "否"},${CAUSES[nr % 3]},${nr * 9000},A,是,1380000000${nr}`,
      ),
    ].join("\n"),
    "家庭成员.csv": [
      "年度,村代码,户编号,序号,姓名,身份证号,年龄,受教育年限,是否在校,医疗保险,劳动能力",
      ...households.flatMap(({ village, key, nr }) =>
        Array.from(
          { length: nr },
          (_, member) =>
            `2021,${village},${key},${member + 1},某人,${key}${member},${30 + member},9,否,参保,是`,
        ),
      ),
    ].join("\n"),
  };
}
