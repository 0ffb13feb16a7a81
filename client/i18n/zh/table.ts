// Chinese words of the table.

import type { table as en } from "#client/i18n/en/table.ts";
import { comparedWith } from "./grammar.ts";

export const table: typeof en = {
  table: "表格",
  tableOf: (levels, order) => `${levels}，${order}`,
  worstFirst: (isLowWorst) => (isLowWorst ? "由低到高" : "由重到轻"),
  bestFirst: (isLowWorst) => (isLowWorst ? "由高到低" : "由轻到重"),
  worsenedFirst: "变差在前",
  improvedFirst: "好转在前",
  largestFirst: "由大到小",
  smallestFirst: "由小到大",
  byName: "按名称",
  byChange: "按变化",
  byCount: "按数量",
  tableInside: (area) => area,
  printedRows: (shown, all) => `第 1–${shown} 名，共 ${all}`,
  rank: "位次",
  changeSince: comparedWith,
  changeNone: "变化",
  download: "下载 CSV",
  tableHelp: "用方向键在各行间移动，地图随之而动；按回车打开。",
  sortBy: (column) => `按${column}排序`,
  trendHead: "历年走势",
  trendHeadWhat: (span) => `${span}，各行同一刻度`,
  trendsFailed: "历年走势未能载入",
  sparkSpan: (first, last) => `${first} → ${last}`,
  sparkNone: "各期均无数值",
  sparkEstimated: (periods) => `${periods} 为估算值`,
  sparkMethod: (period) => `${period} 起口径有变`,
};
