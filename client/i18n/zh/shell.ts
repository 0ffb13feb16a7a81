// Chinese words of the frame: rooms, bar, the sentence over the map, panels that fold.

import type { shell as en, FindingPart, Slot } from "#client/i18n/en/shell.ts";
import { inPeriod } from "./grammar.ts";

const slot = (name: Slot): { readonly slot: Slot } => ({ slot: name });

const ENDS = { worst: "最重", lowest: "最低", highest: "最高" } as const;

const counted = ({ areas, without }: { readonly areas: string; readonly without: number }): string =>
  without === 0 ? `共 ${areas}` : `${areas}有数，${without} 个没有`;

export const shell: typeof en = {
  rooms: { label: "栏目", overview: "总览", map: "地图", plan: "规划", data: "数据", skip: "跳到正文" },
  bar: {
    placeHint: "搜地名、指标",
    places: "地名",
    facilities: "学校和其他设施",
    indicators: "指标",
    nothing: (q) => `没有找到“${q}”。可以只输入名称的一部分，或输入代码。`,
    demo: "演示数据",
    demoShort: "演示",
    more: "更多",
    menu: "语言、主题等",
    print: "打印",
    preparing: "正在按纸张绘制地图…",
    picture: "分享图片",
    pictureFailed: "图片未能生成，请再试一次。",
    earlier: "上一时期",
    later: "下一时期",
  },
  sentence: {
    label: "地图显示的内容",
    period: inPeriod,
    noData: "无数据",
    shown: (place) => [
      [slot("indicator"), "·"],
      [`${place ?? "全境"}各`, slot("level"), "·"],
      [slot("period"), "·"],
      ["对照", slot("against")],
    ],
    changed: (place) => [
      [slot("indicator"), "的", slot("against"), "·"],
      [`${place ?? "全境"}各`, slot("level"), "·"],
      [slot("since"), "→", slot("period")],
    ],
    compared: (place) => [[`${place ?? "全境"}各`, slot("level"), "·"], [slot("against")]],
    against: "对照",
    nothing: "无",
    change: "变化",
    norm: (value) => `标准（${value}）`,
    normEntry: "标准",
    normWhat: (label) => `哪些达标，哪些未达标：${label}`,
    area: "另一地区",
    areaWhat: "分列并排比较，一行一项指标。",
    auto: (level) => `随缩放：${level}`,
  },
  finding: {
    ends: (facts): readonly FindingPart[] => [
      `${ENDS[facts.end]}：`,
      ...Array.from({ length: facts.named }, (_, at): FindingPart[] => [
        ...(at === 0 ? [] : ["、"]),
        { name: at },
        ...(at === 0 ? ["（", { value: true } as const, "）"] : []),
      ]).flat(),
      `；${counted(facts)}`,
    ],
    tied: ({ tied, ...facts }) => [
      `并列${ENDS[facts.end]}的有 ${tied}，均为 `,
      { value: true },
      `；${counted(facts)}`,
    ],
    norm: ({ areas, meets, short }) =>
      `${areas}中 ${meets} 个达标${short === 0 ? "" : `，${short} 个未达标，差距最大的：`}`,
    none: (areas) => `${areas}都没有数`,
    pair: (areas, name) => `${name}：${areas}`,
  },
  folding: {
    left: "图例和图层",
    right: "概况",
    fold: { left: "收起图例", right: "收起概况" },
    unfold: { left: "展开图例", right: "展开概况" },
    drawer: "表格高度",
    heights: { line: "一行", rows: "数行", full: "全部" },
  },
};
