// Every word the product says, in Chinese, written for Chinese readers and not word by word.

import type { Messages } from "./en.ts";

export const zh: Messages = {
  product: "村情图",
  otherProduct: "Village Lens",
  documentTitle: (area, indicator) => `${area} · ${indicator} · 村情图`,
  fictional: "演示数据，虚构省份",
  fictionalOther: "fictional demonstration data",
  skipToTable: "跳到表格",

  lens: "透镜",
  indicator: "指标",
  period: "时期",
  level: "层级",
  levelAuto: (level) => `自动：${level}`,
  search: "搜索",
  searchHint: "搜索名称或代码",
  searchNone: (q) => `没有找到“${q}”。可以只输入名称的一部分，或输入代码。`,
  searchCount: (n) => `找到 ${n} 个地区`,
  language: "EN",
  languageLabel: "EN, switch to English",
  theme: { light: "浅色主题", dark: "深色主题" },
  share: "分享",
  shared: "链接已复制",
  shareFailed: "链接未能复制，请从地址栏复制。",
  help: "键盘帮助",
  close: "关闭",
  up: "上一级",
  upTo: (name) => `上一级：${name}`,
  breadcrumb: "当前位置",
  showing: (levels) => `显示：${levels}`,
  wholeTerritory: "全境",
  asCircles: "圆",
  otherIndicators: "其他",

  count: (n, singular) => `${n} 个${singular}`,
  plural: (singular) => singular,
  lower: (text) => text,
  join: (parts) => parts.join(" · "),
  pair: (a, b) => `${a}：${b}`,
  unitSuffix: (unit) => `（${unit}）`,
  times: "×",

  legend: "图例",
  methods: { ckmeans: "自然断点", quantile: "等数量", equal: "等间距" },
  scope: (areas, period, method) => `${areas} · ${period} · 按本层级本时期的${method}分级`,
  scopeCircles: (areas, period) => `${areas} · ${period} · 圆的面积表示数量`,
  change: "更改",
  done: "完成",
  classMethod: "分级方法",
  classCount: "级数",
  classOf: (range, count) => `${range}：${count}，在地图上突出显示`,
  classRange: (low, high) => `${low} 至不足 ${high}`,
  classFrom: (low) => `${low} 及以上`,
  classBelow: (high) => `不足 ${high}`,
  allInOne: "所有数值相同",
  noValues: "这里没有任何地区有数值",
  clearClass: "显示全部级别",
  histogram: "各地区数值的分布",

  play: "播放",
  pause: "暂停",
  noDataIn: (period) => `${period}：没有数据`,
  nothingIn: (indicator, period) => `${period} 年没有“${indicator}”的数据。`.replace(/(\D) 年没有/, "$1没有"),
  goTo: (period) => `看 ${period}`,
  lensEmpty: (lens) => `本版发布没有“${lens}”的数据。`,
  lensEmptyWhat: "其他透镜照常可用。用导入配置补充数据并发布新版后，这里就会有内容。",
  lensBack: (lens) => `回到${lens}`,

  table: "表格",
  tableOf: (levels, order) => `${levels}，${order}`,
  worstFirst: (isLowWorst) => (isLowWorst ? "由低到高" : "由重到轻"),
  bestFirst: (isLowWorst) => (isLowWorst ? "由高到低" : "由轻到重"),
  largestFirst: "由大到小",
  smallestFirst: "由小到大",
  byName: "按名称",
  byChange: "按变化",
  byCount: "按数量",
  tableInside: (area) => area,
  rank: "名次",
  name: "名称",
  changeSince: (period) => `比 ${period}`,
  changeNone: "变化",
  download: "下载 CSV",
  fold: "收起表格",
  unfold: "展开表格",
  tableHelp: "用方向键在各行间移动，地图随之而动；按回车打开。",
  sortBy: (column) => `按${column}排序`,
  openArea: (name) => `打开${name}`,

  profile: "概况",
  code: (code) => code,
  rankOf: (rank) => `第 ${rank} 名`,
  rankAmong: ({ levels, area, of, isLowWorst }) =>
    `${area} ${of} 个${levels}，${isLowWorst ? "由低到高" : "由重到轻"}`,
  rankLargest: ({ levels, area, of }) => `${area} ${of} 个${levels}，由大到小`,
  since: (period) => `比 ${period}`,
  noEarlier: "没有更早的数值",
  better: "好转",
  worse: "变差",
  same: "持平",
  more: "增加",
  less: "减少",
  trend: "历年变化",
  trendOf: (indicator) => `${indicator}历年变化`,
  trendMissing: (periods) => `${periods} 没有数值`,
  parentLine: (name) => `虚线：${name}`,
  why: "哪些方面造成贫困",
  whySub: "占 M0 的比例",
  trio: "需要、供给、帮扶",
  all: "全部指标",
  worstInside: (levels) => `最需关注的${levels}`,
  bestInside: (levels) => `最大的${levels}`,
  insideOf: (area) => area,
  seeAll: (n) => `全部 ${n} 个`,
  noInside: "下级地区都没有数值",
  provenance: "这个数字从哪里来",
  formula: "公式",
  numerator: "分子",
  denominator: "分母",
  coverage: "覆盖",
  coverageOf: (share, levels) => `${share} 的${levels}计入`,
  sources: "来源",
  reported: (date) => `截至 ${date}`,
  noSource: "没有登记来源",
  release: "发布",
  releaseOf: (number, date) => (date ? `第 ${number} 版，${date} 发布` : `第 ${number} 版`),
  missingFor: (reason) => `本时期${reason}`,
  chooseArea: "请在地图或表格中选择一个地区。",

  hoverRank: (rank, of) => `${of} 个中第 ${rank}`,
  hoverTap: "再点一次打开",

  mapLabel: (levels, area, indicator) =>
    `${area}各${levels}的${indicator}地图。方向键移动，加减号缩放。表格中有同样的地区。`,
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "回到当前地区",
  mapMissing: "这里无法绘制地图",
  mapMissingWhat: "浏览器不支持 WebGL。表格和概况中是同样的数字，可以照常使用。",
  mapLoading: "正在绘制地图",

  loading: "正在载入",
  problem: {
    away: "连不上服务器",
    awayWhat: "屏幕上已有的内容可以继续看。请检查网络，然后重试。",
    busy: "数据库暂时没有回应",
    busyWhat: "已显示的数字仍然正确。请稍等片刻再试。",
    refused: "这项内容无法显示",
    noRelease: "还没有发布任何数据",
    noReleaseWhat: "请先导入数据，再用 “npm run lens -- publish” 发布。",
    retry: "重试",
    start: "回到首页",
    request: (id) => `请求编号 ${id}`,
  },
  droppedLink: (parts) => `链接中有一部分无法识别，已略去：${parts}`,
  attribution: (name) => `许可：${name}`,
  areaUnknown: (code) => `本版发布中没有代码为“${code}”的地区。`,

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
    pan: "焦点在地图上时移动和缩放",
    help: "本帮助",
  },

  say: {
    poverty: ({ of, of100, intensity, causes, causeShare }) => {
      const unit = of === "people" ? "人" : "户";
      const depth = intensity ? `，平均承受 ${intensity} 的加权剥夺` : "";
      const cause = causes.length === 2 ? `；${causes[0]}与${causes[1]}合计${shareInWords(causeShare)}` : "";
      return `每 100 ${unit}中约 ${of100} ${unit}多维贫困${depth}${cause}。`;
    },
    supply: ({ travel, ratio }) => {
      const parts = [travel && `学生到校平均要 ${travel}`, ratio && `每名专任教师平均带 ${ratio} 名学生`];
      return `${parts.filter(Boolean).join("，")}。`;
    },
    help: ({ of100, without, withoutText }) =>
      without === 0
        ? "建档立卡户和监测户全部有在行的帮扶计划。"
        : `每 100 户建档立卡户或监测户中 ${of100} 户有在行的帮扶计划，还有 ${withoutText} 户没有。`,
    any: ({ indicator, value, period }) => `${period}，${indicator}为 ${value}。`,
    change: ({ size, direction, since }) =>
      ({
        better: `比 ${since} 好转 ${size}。`,
        worse: `比 ${since} 变差 ${size}。`,
        more: `比 ${since} 增加 ${size}。`,
        less: `比 ${since} 减少 ${size}。`,
      })[direction],
    unchanged: (since) => `与 ${since} 持平。`,
  },
  panels: {
    noValue: "无数值",
    norm: "标准",
    stop: "。",
    makeUpOf: (index) => `${index}各时期的构成`,
    depth: "贫困有多深",
    depthSub: "收入低于贫困线",
    depthOf: { headcount_ratio: "多少人", poverty_gap: "差多远", poverty_severity: "最贫困者加权" },
    closesGap: (area) => `${area}全部贫困人口达到贫困线，每年需要`,
    gapEachBefore: "，贫困人口人均 ",
    gapEachAfter: "。",
    gapEachTitle: "贫困人口人均缺口",
    gapEachHow: "补齐收入缺口所需资金 ÷ 贫困人口",
    poorPeople: "贫困人口",
    whatChanged: "M0 变在哪里",
    between: (from, to) => `${from} 至 ${to}`,
    byIncidence: "贫困面",
    byIntensity: "贫困者的剥夺强度",
    shapleyHow: "M0 = H × A 变化的夏普利分解：贫困面的作用为 ΔH × A 的均值，剥夺强度的作用为 ΔA × H 的均值。",
    changeSaid: ({ incidence, change }) => {
      const share = Math.round((incidence / change) * 100);
      if (change === 0) return "M0 没有变化：";
      if (share > 100) return "贫困面的变化超过了 M0 的变化，剥夺强度的作用相反。M0 变化：";
      if (share < 0) return "剥夺强度的变化超过了 M0 的变化，贫困面的作用相反。M0 变化：";
      return `变化的 ${share}% 来自贫困面，${100 - share}% 来自贫困者的剥夺强度。M0 变化：`;
    },
    mainCauses: "主要致贫原因",
    otherCauses: "其他原因",
    exitScores: "脱贫评分",
    aboveEighty: "80 分以上户占比",
    ofWhole: (count, whole) => `${whole} ${count}`,
    restHow: "总体减去各部分",
    whatThereIs: "现有资源",
    howFar: "有多远",
    compared: "其他指标对比",
    comparedWith: (area) => `与${area}相比`,
    norms: "对照标准",
    normsSub: "应有、现有、缺口",
    asks: (norm) => `标准：${norm}。`,
    gapHow: "按标准应有数（向上取整）减现有数。这是全区合计：一处富余会掩盖另一处短缺。",
    required: "应有",
    present: "现有",
    missing: (count) => `缺 ${count}`,
    spare: (count) => `余 ${count}`,
    met: "恰好达标",
    gapOf: ({ name, present, required }) => `（${name}：现有 ${present}，应有 ${required}）。`,
    placeByPlace: "逐校计算",
    reach: "帮到了谁",
    reachSub: "还漏了谁",
    allReached: "全部覆盖。",
    leftOut: "未覆盖",
    outOf: (count) => `，共 ${count}。`,
    withUnit: (count, unit) => (unit ? `${count} ${unit}` : count),
    notReachedBy: (indicator) => `未覆盖：${indicator}`,
    money: "资金到了哪里",
    moneyOverTime: "各时期已支出与待支出资金",
    allocated: "安排",
    paid: "已支出",
    pending: "待支出",
    pendingHow: "安排 − 已支出",
    flow: (allocated, paid, pending) => `安排 ${allocated}，其中已支出 ${paid}，待支出 ${pending}`,
    addsUp: "安排 = 已支出 + 待支出，分毫不差。",
    overpaid: (amount) => `账目不平：支出比安排多 ${amount}。`,
    disagrees: "账目不平：所列安排额与支出进度的分母不一致。",
    late: "逾期与未办结",
  },
  smallNumber: (n) => String(n),
};

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
