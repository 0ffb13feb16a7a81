// Chinese words of facilities and roads.

import type { things as en } from "#client/i18n/en/things.ts";

export const things: typeof en = {
  things: {
    layer: { roads: "道路", schools: "学校", clinics: "卫生室", offices: "乡镇政府" },
    close: "关闭",
    here: "学校和服务设施",
    figures: (period) => `${period} 年情况`,
    noFigures: "没有上报数字。",
    overfull: "学生多于学位",
    norms: "标准对照",
    normState: { kept: "：达标", broken: "：未达标", unknown: "：情况不明" },
    unknown: "不明",
    trend: "历年学生",
    trendKey: "横线：学位",
    trendPoint: (period, served, capacity) =>
      `${period} 年：学生 ${served ?? "不明"} 人，学位 ${capacity ?? "不明"} 个`,
    catchment: "学生来自",
    catchmentSum: (villages, pupils) => `${villages} 个村 · ${pupils} 人`,
    noCatchment: "没有资料说明它服务哪些村。",
    more: (count) => `还有 ${count} 个`,
    fewer: "收起",
    otherVillage: (name) => `登记地址在${name}，实际位置不在该村。`,
    opens: (period) => `${period} 年才开办。`,
    closed: (period) => `${period} 年起已停办。`,
    source: (department, file, date) => `${department} · ${file}${date === null ? "" : ` · 截至 ${date}`}`,
    searchGroup: "设施",
  },
};
