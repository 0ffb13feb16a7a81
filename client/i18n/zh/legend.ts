// Chinese words of the legend, its classes and reliability.

import type { legend as en } from "#client/i18n/en/legend.ts";

const METHODS = {
  ckmeans: "自然断点",
  quantile: "等数量",
  equal: "等间距",
  pretty: "整数间距",
  standard_deviation: "均值±标准差",
  head_tail: "头尾分割",
  policy: "政策界限",
  manual: "自定断点",
};

const SCOPES = { period: "本层级本时期", periods: "本层级各时期", levels: "各层级各时期" };

export const legend: typeof en = {
  rampEnds: {
    need: { good: "轻", bad: "重", low: "少", high: "多" },
    other: { good: "好", bad: "差", low: "少", high: "多" },
  },
  legend: "图例",
  methodName: (method) => METHODS[method],
  scope: ({ areas, period, method, kind, span, hasZeroClass }) => {
    const name = METHODS[method];
    const found = {
      period: `按本层级本时期的${name}分级`,
      periods: `${name}，${span} 各期共用同一分级`,
      levels: `${name}，各层级及 ${span} 各期共用同一分级`,
    }[kind];
    const isGiven = method === "policy" || method === "manual";
    return `${areas} · ${period} · ${isGiven ? `${name}，各处一致` : found}${hasZeroClass ? "；零值单列一级" : ""}`;
  },
  scopeCircles: (areas, period) => `${areas} · ${period} · 圆的面积表示数量`,
  change: "更改",
  done: "完成",
  classMethod: "分级方法",
  classCount: "级数",
  classScope: "断点依据",
  scopes: SCOPES,
  scopeName: SCOPES,
  areasWithin: (areas, place) => `${place} ${areas}`,
  classesWithin: (place) => `只按${place}内部分级，颜色仅供内部比较。`,
  classPlace: "分级范围",
  classPlaces: { auto: "需要时按当前地区", all: "全部地区", open: "仅当前地区" },
  zeroClass: "零值",
  zeroApart: "单列一级",
  zeroWithin: "与其他值一起",
  ownBreaks: (unit) => `断点${unit ? `（${unit}）` : ""}，由小到大`,
  ownBreaksWrong: (most) => `请填写 1 至 ${most} 个由小到大的数，如 10, 20, 30`,
  varianceFit: (share) => `分级解释了 ${share} 的差异（方差拟合优度）`,
  classAboveZero: (high) => (high ? `大于 0 至不足 ${high}` : "大于 0"),
  fromSample: "数据来自抽样调查",
  noGeometry: {
    title: "以列表代替地图",
    what: "这个数据集的地区没有边界，也没有点位，无法绘图。导入边界文件后即显示地图。",
  },
  hiddenLevel: {
    zoom: ({ hidden, shown }) =>
      `从这里看，${hidden}太多，无法逐一绘出，现按${shown}显示。可打开一个地区，或`,
    zoomIn: "放大地图",
    circles: ({ hidden, shown }) =>
      `${hidden}太多，无法各画一个圆，现为各${shown}合计。打开一个地区即可查看其${hidden}。`,
  },
  fullCount: "全面统计",
  reliability: { "full-count": "全面统计", reliable: "可靠", caution: "慎用", unreliable: "不可靠" },
  unreliable: "不可靠",
  unreliableWhat: "标准误超过数值的 30%：不参与排位，地图上以斜线标示",
  intervalOf: (low, high) => `95% 置信区间 ${low}–${high}`,
  sampleUnknown: "未报送样本量",
  rankRange: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
  hoverRankRange: (first, last, of, isNeutral) =>
    `第 ${first}–${last} 位（1=${isNeutral ? "最大" : "最重"}，共 ${of} 个）`,
  rankRangeOf: (first, last) => `第 ${first}–${last} 位`,
  notRanked: "不排位",
  tied: (n, levels) => `另有 ${n} 个${levels}并列`,
  alike: (n, levels) => `另有 ${n} 个${levels}与之难分先后（置信区间重叠）`,
  noneStandsOut: (n, levels) => `无一突出：这一端有 ${n} 个${levels}难分先后（置信区间重叠）`,
  classOf: (range, count) => `${range}：${count}，在地图上突出显示`,
  classRangeOf: (least, largest) => `${least} 至 ${largest}`,
  classRange: (low, high) => `${low} 至不足 ${high}`,
  classFrom: (low) => `${low} 及以上`,
  classBelow: (high) => `不足 ${high}`,
  allInOne: "所有数值相同",
  noValues: "这里没有任何地区有数值",
  histogram: "各地区数值的分布",
};
