// Chinese words of the frame around the map: bar, lenses, states, keys.

import type { screen as en } from "#client/i18n/en/screen.ts";

export const screen: typeof en = {
  product: "村情图",
  documentTitle: (area, indicator) => `${area} · ${indicator} · 村情图`,
  fictional: "演示数据，虚构省份",
  fictionalOther: "fictional demonstration data",
  skipToTable: "跳到表格",

  lens: "视角",
  indicator: "指标",
  period: "时期",
  periods: { show: (period) => `时期 ${period}，点按更换`, hide: "收起时期" },
  level: "层级",
  levelAuto: (level) => `自动：${level}`,
  search: "搜索",
  searchHint: "搜索名称或代码",
  searchNone: (q) => `没有找到“${q}”。可以只输入名称的一部分，或输入代码。`,
  searchCount: (n) => `找到 ${n} 个地区`,
  theme: { light: "浅色主题", dark: "深色主题" },
  share: "分享",
  shared: "链接已复制",
  shareFailed: "链接未能复制，请从地址栏复制。",
  more: "更多",
  help: "键盘帮助",
  close: "关闭",
  up: "上一级",
  upTo: (name) => `上一级：${name}`,
  breadcrumb: "当前位置",
  showing: (levels) => `显示：${levels}`,
  wholeTerritory: "全境",
  asCircles: "圆形",
  otherIndicators: "其他",

  lensEmpty: (lens) => `本版发布没有“${lens}”的数据。`,
  lensEmptyWhat: "其他视角照常可用。用导入配置补充数据并发布新版后，这里就会有内容。",
  lensBack: (lens) => `回到${lens}`,

  loading: "正在载入",
  problem: {
    away: "连不上服务器",
    awayWhat: "屏幕上已有的内容可以继续看。请检查网络，然后重试。",
    busy: "数据库暂时没有回应",
    busyWhat: "已显示的数字仍然正确。请稍等片刻再试。",
    refused: "这项内容无法显示",
    notHere: "链接所指的内容不在本版数据中，其他内容照常可用。",
    refusedWhat: "服务器未接受这次请求，其他内容照常可用。",
    noRelease: "还没有发布任何数据",
    noReleaseWhat: "请先导入数据，再用 “npm run lens -- publish” 发布。",
    retry: "重试",
    start: "回到首页",
    request: (id) => `请求编号 ${id}`,
  },
  releaseCame: (number) => `地图已更新为最新的第 ${number} 版数据。`,
  releaseWaits: (number, shown) => `此链接显示的是第 ${shown} 版数据，第 ${number} 版现已发布。`,
  releaseGo: "查看最新版",
  droppedLink: (parts) => `链接中有一部分无法识别，已略去：${parts}`,
  attribution: (name) => `许可：${name}`,

  opened: (area, indicator, value, period, levels) =>
    `${area}。${indicator} ${value}，${period}。显示${levels}。`,

  sheet: { label: "详情", bigger: "放大面板", smaller: "缩小面板" },

  keys: {
    title: "键盘操作",
    search: "搜索",
    up: "上一级",
    lenses: "贫困、供给、帮扶",
    periods: "前一时期、后一时期",
    rows: "在表格中移动，地图随之而动",
    open: "打开所在的行或地区",
    origin: "所指或所在行的数字从哪里来",
    pan: "焦点在地图上时移动和缩放",
    help: "本帮助",
  },
};
