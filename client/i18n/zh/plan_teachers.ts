// Chinese words of posting teachers, a part of the planner's workbench.

import type { teachers as en } from "#client/i18n/en/plan_teachers.ts";

export const teachers: typeof en = {
  title: "教师配置",
  count: (n) => `${n} 名教师`,
  have: "拟派",
  countTitle: "拟派教师人数",
  move: { yes: "先调剂超编教师", no: "不调剂" },
  moveTitle: "超出标准的教师",
  forWhom: (area, schools) => `${area}，有学生和教师数据的学校 ${schools} 所`,
  lacking: "按标准缺教师",
  surplus: "其他学校超出标准",
  uncounted: "无数据、未计入的学校",
  norm: (kind, pupils) => `${kind}：每名教师最多 ${pupils} 名学生`,
  goal: { smallest_share: "先补最缺的学校", most_pupils: "让最多学生的学校达标" },
  proven: {
    smallest_share: (share) => `没有别的派法能让最低满足率高于 ${share}；本方案达到了。`,
    most_pupils: (pupils) => `没有别的派法能让超过 ${pupils} 名学生所在学校由不达标变为达标；本方案做到了。`,
    all: "所有学校均已达标。",
  },
  figures: {
    lack: "缺教师",
    short: "不达标学校",
    pupils: "达标学校的学生",
    smallest: "最低满足率",
  },
  split: (posted, moved) => `新派 ${posted} 名，调剂 ${moved} 名`,
  left: (n) => `${n} 名未用。`,
  where: "派往哪里",
  from: "从哪里调出",
  columns: {
    school: "学校、乡镇",
    pupils: "学生",
    has: "现有",
    needs: "应有",
    given: "新增",
    after: "仍缺",
  },
  rest: (n) => `另有 ${n} 所不达标学校未派教师`,
  map: (area) => `${area}地图：学校和新增教师`,
  legend: { given: "新增教师", moved: "调出教师", short: "仍不达标", met: "达标" },
};
