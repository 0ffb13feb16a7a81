// Chinese words of the staff page about the public edition.

import type { publicEdition as en } from "#client/i18n/en/public_edition.ts";

export const publicEdition: typeof en = {
  publicEdition: {
    title: "公众看到什么",
    lead: "内部数字和公开数字并排看：哪些不公开，为什么。",
    noEdition: "这一版没有公开版，请重新发布。",
    facts: {
      shown: "公开的数",
      byRule: "按规则不公开",
      byRepair: "为保护别的数不公开",
      share: "最低一级公开的比例",
      attacked: "反推过的不公开数",
      narrowest: "最多能猜到多准（范围宽度）",
      releases: "一起反推的以前版本",
      periods: "整个时期不公开的",
      hash: "证书",
    },
    level: "层级",
    shownToo: "公开的也列出",
    place: "地方",
    internal: "内部",
    public: "公开",
    why: "为什么不公开",
    nothing: "没有",
    reasons: {
      level: "低于可以公开的层级",
      rule: "按规则：人数少，或等于说每个人都一样（直接）",
      repair: "避免别的不公开数被算出来（间接）",
    },
    never: "这项指标从不公开。",
    unknown: "没有记录",
    notRecorded: "这一版发布时还没有记录原因，重新发布就有。",
    withheld: (count, all) => `${all} 个中有 ${count} 个不公开。`,
    ofThem: (count, reason) => `${count} 个${reason}。`,
    first: (listed, all) => `只列前 ${listed} 个，共 ${all} 个：请在上方打开小一点的地方。`,
    seen: "公众能看到",
    seenTo: (level) => `公布到${level}一级`,
    seenNever: "不公开",
    seenCounts: (least) => `1 到 ${least - 1} 的数不公开`,
    seenRates: (people) => `不足 ${people} 人的比率不公开`,
  },
};
