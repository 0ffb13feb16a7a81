// Chinese words of two indicators, change, several maps, sets of areas, time.

import type { modes as en } from "#client/i18n/en/modes.ts";
import { rich } from "#client/i18n/rich_text.ts";
import { inPeriod } from "./grammar.ts";

export const modes: typeof en = {
  modes: {
    label: "地图显示",
    one: "单个指标",
    oneWhat: "颜色深浅表示各地数值。",
    bivariate: { supply: "需求 × 供给", help: "需求 × 帮扶" },
    bivariateWhat: {
      supply: "看哪里需求高而供给不足，分九类。",
      help: "看哪里需求高却没有登记帮扶，分九类。",
    },
    second: "对照指标",
  },
  bivariate: {
    title: (need, other) => `${need} × ${other}`,
    scope: ({ areas, need, other, span, given }) => {
      const found = span ? `按本层级 ${span} 各期合并三等分，各期界线相同` : "按本层级本时期三等分";
      const rules = {
        thirds: found,
        "nothing-apart": `${found}，零值单列一档`,
        something: "分有与无",
        norm: "按标准",
        policy: "政策界限",
        manual: "自定界线",
      };
      const how = given
        ? given.map(({ name, rule }) => `${name}：${rules[rule]}`).join("；")
        : `${found}，零值单列一档`;
      return `${areas} · ${need === other ? need : `${need} × ${other}`} · ${how}`;
    },
    axes: { need: "需求", supply: "供给", help: "帮扶" },
    bounds: (axis) => `${axis}的界线`,
    found: "三等分",
    norm: (norm) => `标准 ${norm}`,
    normClasses: {
      meets: (name) => `${name}达标`,
      short: (name) => `${name}未达标`,
      shortest: (name) => `${name}离标准最远`,
    },
    foundSum: "分有与无",
    policy: (limits) => `政策 ${limits}`,
    own: "自定界线",
    ownHint: (unit) => `一个或两个由小到大的界线${unit ? `（${unit}）` : ""}`,
    range: (name, range) => `${name} ${range}`,
    order: { class: "最重一类在前", indicator: (name) => `按${name}` },
    peopleIn: (n, people) => rich`${people} ${n}`,
    freeze: "各期用同一界线",
    thaw: "用本期界线",
    axis: (title, unit) => `${title}${unit ? `（${unit}）` : ""} →`,
    square: "九类方格：方向键移动，回车选取。",
    name: (need, other) => `${need}，${other}`,
    cell: (name, areas) => `${name}：${areas}`,
    listed: (areas, name) => `${name}：${areas}`,
    need: ["需求低", "需求中等", "需求高"],
    noNeed: "无需求",
    supply: {
      terciles: ["供给最好三分之一", "供给居中三分之一", "供给最差三分之一"],
      none: "当地没有",
      some: "当地有",
    },
    help: {
      terciles: ["帮扶最多三分之一", "帮扶居中三分之一", "帮扶最少三分之一"],
      none: "无任何登记",
      some: "有登记",
    },
    className: "类别",
    showAll: "显示全部类别",
    nobody: "此处没有这一类的地区。",
    first: (n) => `仅列出前 ${n} 个，下载文件最多 10,000 个。`,
  },

  set: {
    pick: "逐个选取地区，合并计算",
    lasso: "在地图上圈选：中心点落在圈内的地区都选入",
    title: (_count, written) => `已选 ${written} 个地区`,
    areas: (_count, written) => `${written} 个地区`,
    counted: (areas) => rich`共 ${areas}，合并计算，不重复计数`,
    full: (n) => `已选满 ${n} 个地区，其余未选入。如需加入其他地区，请先移出一些，或清除后改选上一级地区。`,
    summed: (numerator, denominator) => rich`分子、分母先各自求和，再相除：${numerator} / ${denominator}。`,
    mode: "选取地区",
    pickShort: "逐个选取",
    lassoShort: "圈选",
    stop: "结束选取",
    clear: "清除",
    grow: (km) => `扩 ${km} 公里`,
    growWhat: (km) => `加入边界距已选地区边界 ${km} 公里以内的地区，图上未显示的也计入`,
    nothingNear: (km) => `${km} 公里以内没有其他地区。`,
    members: "所含地区",
    remove: (name) => `移出${name}`,
    more: (n) => `另有 ${n} 个`,
  },

  compare: {
    label: "并排地图",
    two: "两图并排",
    four: "四图并排",
    swipe: "卷帘对比",
    what: {
      two: "两个指标或时期并排，视野同步。",
      four: "四图同看，默认从最早到最近的时期。",
      swipe: "两图重叠，用分界线左右比较。",
    },
    pane: (n) => `地图 ${n}`,
    line: "两图的分界线，可用方向键移动",
  },

  changeMap: {
    mode: "时期变化",
    what: "自某一时期以来，哪里好转、哪里变差。",
    since: "起始时期",
    sinceShortcut: (since) => `比 ${inPeriod(since)}`,
    relative: "变化率",
    peopleWhat: "后一时期的人数，以及较前一时期增减",
    relativeWhat: "变化占起始时期数值的比例",
    title: (indicator) => `${indicator.replace(/\w$/, "$& ")}的变化`,
    scope: (areas, from, to, method) => `${areas} · ${from} → ${to} · ${method}，两侧各按自己的数值分级`,
    finding: ({ areas, better, worse, same, names, isNeutral }) => {
      const parts = [
        `${better} 个${isNeutral ? "减少" : "好转"}`,
        `${worse} 个${isNeutral ? "增加" : "变差"}`,
        ...(same > 0 ? [`${same} 个没有变化`] : []),
      ];
      const list = names.join("、") + (worse > names.length ? "等" : "");
      return `${areas}中 ${parts.join("，")}${names.length > 0 ? `：${list}` : ""}。`;
    },
    range: (low, high) => `${low} 至 ${high}`,
    interval: (low, high) => `95% 置信区间 ${low} 至 ${high}`,
    uncertainNote: "变化不显著：区间包含 0",
    none: "无变化",
    uncertain: "变化不显著",
    uncertainWhat: "变化的置信区间包含 0，可能并无变化",
    otherMethod: "两个时期之间口径有变，数值不作相减。",
  },

  methodSince: (period, label) => `自 ${inPeriod(period)}起口径有变：${label}。前后数值不相连。`,
  play: "播放",
  pause: "暂停",
  noDataIn: (period) => `${period}：没有数据`,
  nothingIn: (indicator, period) => `${inPeriod(period)}没有“${indicator}”的数据。`,
  goTo: (period) => `查看 ${inPeriod(period)}`,
};
