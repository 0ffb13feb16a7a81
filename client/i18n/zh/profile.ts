// Chinese words of the profile and its first sentence.

import type { profile as en } from "#client/i18n/en/profile.ts";
import { joined, rich } from "#client/i18n/rich_text.ts";
import { comparedWith, inPeriod } from "./grammar.ts";

const SEVERITY = { poverty: "贫困程度", supply: "短缺程度", help: "薄弱程度" };

export const profile: typeof en = {
  profile: "概况",
  tabs: { label: "概况", summary: "概况", causes: "原因", help: "帮扶", figures: "资料" },
  code: (code) => code,
  rankOf: (rank) => `第 ${rank} 位`,
  rankAmong: ({ areas, area, lens, isNeutral }) =>
    `${isNeutral ? "数量（1=最大）" : `${SEVERITY[lens]}（1=最重）`}，${area} ${areas}`,
  since: comparedWith,
  noEarlier: "没有更早的数值",
  better: "好转",
  worse: "变差",
  same: "持平",
  more: "增加",
  less: "减少",
  madeOf: {
    merged: ({ since, areas, parts, isPart }) =>
      rich`${inPeriod(since)}起由原 ${areas}调整而成：${joined(parts, "、")}。此前数值${isPart ? "按上述比例估算" : "为其合计"}。`,
    split: (since, code, share) =>
      rich`${inPeriod(since)}起从 ${code} 分出。此前数值按其计数的 ${share} 估算。`,
    whole: (code) => [code],
    part: (code, share) => rich`${code} 的 ${share}`,
    shareTitle: (code) => `${code} 所占比例`,
    shareHow: "区划调整时注明的比例，此前的计数均按此折算。",
  },
  byShare: (share) => rich`估算值：其后区划有调整，${share} 的计数按比例分摊`,
  trend: "历年变化",
  trendOf: (indicator) => `${indicator}历年变化`,
  trendMissing: (periods) => `${periods} 没有数值`,
  why: "哪些短板造成贫困",
  whySub: "占 M0 的比例",
  lensSummary: "需求、供给、帮扶",
  all: "全部指标",
  worstInside: (levels) => `最需关注的${levels}`,
  largestInside: (levels, unit) =>
    `${unit === "yuan" ? "资金最多" : unit === "persons" ? "人口最多" : "数值最大"}的${levels}`,
  insideOf: (area) => area,
  conflictTitle: "部门填报不一致",
  conflictInside: (measure, areas) => rich`${measure}：${areas}填报不一致。`,
  conflictHere: (measure, both) => rich`${measure}：${both}。`,
  noInside: "下级地区都没有数值",
  provenance: "这个数字从哪里来",
  formula: "公式",
  numerator: "分子",
  denominator: "分母",
  coverage: "数据覆盖",
  changeOfPart: (share, levels) => `两期均计入的 ${share} 的${levels}`,
  notCommon: (levels) => `两期没有共同计入的${levels}，不作比较`,
  aboveWhole: "超过 100%：分子大于分母",
  coverageOf: (share, levels) => `${share} 的${levels}计入`,
  sources: "来源",
  reported: (date) => `截至 ${date}`,
  noSource: "没有登记来源",
  release: "发布",
  releaseOf: (number, date) => (date ? `第 ${number} 版，${date} 发布` : `第 ${number} 版`),
  chooseArea: "请在地图或表格中选择一个地区。",

  sentences: {
    poverty: ({ of, of100, intensity, causes, causeShare }) => {
      const unit = of === "people" ? "人" : "户";
      const depth = intensity ? rich`，平均缺项程度 ${intensity}` : "";
      const share = { text: shareInWords(causeShare.share), of: causeShare.of };
      const cause = causes.length === 2 ? rich`；短板中${causes[0]!}与${causes[1]!}合计${share}` : "";
      return rich`每 100 ${unit}中约 ${of100} ${unit}多维贫困${depth}${cause}。`;
    },
    supply: ({ travel, ratio }) => {
      const way = travel ? [rich`学生到校平均要 ${travel}`] : [];
      const each = ratio ? [rich`每名专任教师平均带 ${ratio} 名学生`] : [];
      return rich`${joined([...way, ...each], "，")}。`;
    },
    help: ({ of100, without, withoutText }) =>
      without === 0
        ? ["建档立卡户和监测户全部有正在实施的帮扶计划。"]
        : rich`每 100 户建档立卡户和监测户中约 ${of100} 户有正在实施的帮扶计划；共有 ${withoutText} 户还没有。`,
    any: ({ indicator, value, period }) => rich`${inPeriod(period)}，${indicator}为 ${value}`,
    change: ({ size, direction, since, period }) => {
      const verb = { better: "好转", worse: "变差", more: "增加", less: "减少" }[direction];
      return rich`，${comparedWith(since, period)}${verb} ${size}`;
    },
    unchanged: (since, period) => [`，${comparedWith(since, period)}持平`],
    end: "。",
    causesTitle: "占比最大的两项合计",
    causesHow: "M0 中占比最大的两项相加。",
    withoutTitle: "没有帮扶计划的户",
  },
};

/** A share 0–1 in the words of a speaker. */
function shareInWords(share: number): string {
  if (share >= 0.999) return "占全部";
  if (share < 0.45) return `占 ${Math.round(share * 100)}%`;
  if (share < 0.49) return "占近一半";
  if (share < 0.51) return "占一半";
  if (share < 0.6) return "占一半多";
  if (share < 0.7) return "约占三分之二";
  if (share < 0.8) return "约占四分之三";
  return "占绝大部分";
}
