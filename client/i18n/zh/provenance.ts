// Chinese words of the card that says where a number comes from.

import type { provenance as en } from "#client/i18n/en/provenance.ts";

export const provenance: typeof en = {
  figure: {
    which: "看哪个数",
    back: "← 返回",
    definition: "定义与沿革",
    later: (value, period) => `${value}（${period}）`,
    rollUp: "汇总规则",
    fromRecords: "由个人记录直接计算，不由下级地区得出，因此不能逐级加总。",
    uncertainty: "可靠程度",
    conflictIn: (measure, areas) => `${measure}：两个来源在 ${areas}不一致。`,
    isUsed: "本图采用",
    isNotUsed: "保留备查，未采用",
    conflictWhere: "不一致之处",
    usedAndOtherHead: "采用 / 另一来源",
    usedAndOther: (used, other) => `${used} / ${other}`,
    conflictRule: "两个数都只合计不一致的地区。两张表填报同一数据时，以数据集中排位在前者为准，绝不取平均。",
    methodHow: {
      ckmeans: "使各级内部差异之和最小的断点（一维最优 k 均值）。",
      quantile: "各级的地区数相等，数值相同者不拆开。",
      equal: "从最小值到最大值等距划分。",
      pretty: "在整数处等距划分。",
      standard_deviation: "以均值为中心，按标准差划分。",
      head_tail: "在均值处断开，再在高于均值的部分的均值处断开，依次类推。",
      policy: "政策规定的界限，各处一致。",
      manual: "读者自定的断点。",
    },
    range: "最小与最大",
    fit: "拟合",
    listedInside: (area) => `只列出${area}的地区。`,
    without: "没有数值",
    bivariateHow: "每个指标由好到差分三档，两个指标合成九类。",
    axisHow: {
      thirds: "界线取本层级本时期地区的三分之一与三分之二处。",
      "nothing-apart": "零值单列一档，其余按中位数分为两档。",
      something: "总量随地区大小而变，因此只分有与无。",
      norm: "达到标准的单列一档，不会混入其他档；其余都未达标：完全没有的单列，否则按中位数分为两档。",
      policy: "政策规定的界限，各处一致。",
      manual: "读者自定的界线。",
    },
    policyLimits: (limits) => `在 ${limits} 中取分档最均匀的。`,
    peopleInAll: (areas) => `${areas}合计`,
  },
};
