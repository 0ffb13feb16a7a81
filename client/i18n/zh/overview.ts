// Chinese words of the overview.

import type { overview as en } from "#client/i18n/en/overview.ts";
import { joined, rich } from "#client/i18n/rich_text.ts";
import type { FigureText, RichText } from "#client/i18n/rich_text.ts";
import type { SafeguardId } from "#client/model/safeguards.ts";
import type { ToDoId } from "#client/model/to_do.ts";
import { inPeriod } from "./grammar.ts";

type En = (typeof en)["overview"];

/** "较上年" for the year before, else "较 2014 年"; the year that is shown stands over the page. */
const than = (since: string, period: string): string =>
  Number(period) - Number(since) === 1 ? "较上年" : `较 ${inPeriod(since)}`;

const moreOrLess: En["moreOrLess"] = ({ by, size, unit, since, period }) =>
  by === 0
    ? [`${than(since, period)}持平`]
    : rich`${than(since, period)}${by < 0 ? "少" : "多"} ${{ ...size, text: `${size.text} ${unit}` }}`;

const afterward = ({
  change,
  worst,
  short,
}: Pick<Parameters<En["poor"]>[0], "change" | "worst" | "short">): RichText =>
  rich`${change ? rich`；${change}` : ""}${worst}。${short}`;

const WITHOUT: Readonly<Record<SafeguardId, (n: FigureText) => RichText>> = {
  education: (n) => rich`${n}疑似辍学`,
  medical: (n) => rich`${n}未参加医保`,
  housing: (n) => rich`${n}住房不安全`,
  water: (n) => rich`${n}饮水不安全`,
};

const TO_DO: Readonly<Record<ToDoId, (n: FigureText) => RichText>> = {
  help_plan_coverage: (n) => rich`${n}没有帮扶计划`,
  responsible_cadre_coverage: (n) => rich`${n}没有结对责任人`,
  visits_on_time_share: (n) => rich`${n} 次走访未按期`,
  overdue_alerts: (n) => rich`${n} 条预警超过处置时限`,
  tasks_on_time_share: (n) => rich`${n} 项任务未按期办结`,
  late_project_share: (n) => rich`${n} 个项目逾期未验收`,
  funds_paid_share: (n) => rich`${n}没有支出`,
};

const WORST: Readonly<Record<string, (area: string, value: string) => string>> = {
  monitored_share: (area, value) => `${area}监测对象占比最高，${value}`,
  suspected_dropout_rate: (area, value) => `${area}疑似辍学最多，${value}`,
  medical_insurance_coverage: (area, value) => `${area}参保率最低，${value}`,
  unsafe_housing_share: (area, value) => `${area}住房问题最重，${value}`,
  unsafe_water_share: (area, value) => `${area}饮水问题最重，${value}`,
  help_plan_coverage: (area, value) => `${area}帮扶计划最少，${value}`,
  funds_paid_share: (area, value) => `${area}支出最慢，${value}`,
};

/** "全省" where the name of the level is one character, else the name of the area. */
const within = (whole: string, level: string): string => ([...level].length === 1 ? `全${level}` : whole);

export const overview: typeof en = {
  overview: {
    title: "总览",
    openMap: "打开地图",
    changedSince: (period) => `较 ${period} 年变化`,
    print: "打印一页纸",
    chooseArea: "请选择一个地区",
    noData: "本版数据中，这个地区这一时期没有可显示的内容。",
    periodLine: inPeriod,
    asOf: (date) => `数据截至 ${date}`,
    office: "报送单位",
    printedOn: (date) => `${date} 打印`,
    reviewNumber: "审图号",
    viewAt: "本页网址",

    poor: ({ area, people, share, standing, ...rest }) =>
      rich`${area}有 ${people}多维贫困${share ? rich`，占 ${share}` : ""}${standing}${afterward(rest)}`,
    counted: ({ area, people, share, standing, measure, ...rest }) =>
      rich`${area}有${measure} ${people}${share ? rich`，占 ${share}` : ""}${standing}${afterward(rest)}`,
    standing: ({ first, last, count, areas, whole, wholeLevel, of }) => {
      const where = within(whole, wholeLevel);
      if (first === 1 && last === 1) return rich`，${{ text: `${where}最重`, of }}`;
      if (first === count) return rich`，${{ text: `${where}最轻`, of }}`;
      const rank = first === last ? String(first) : `${first}–${last}`;
      return rich`，贫困程度在${where} ${areas}中列${{ text: `第 ${rank} 位`, of }}（1=最重）`;
    },
    worstOf: (levels, name, share) => rich`；最重的${levels}是${name}，占 ${share}`,
    without: (clauses) =>
      clauses.length === 0
        ? []
        : rich`${joined(
            clauses.map(([id, n]) => WITHOUT[id](n)),
            "，",
          )}。`,
    moreOrLess,
    changeTitle: (what) => `${what}的变化`,
    changeHow: "后一时期的数减去前一时期的数。",
    restHow: "应覆盖的总数减去已覆盖的数。",

    people: "困难群众",
    safeguards: "三保障和饮水安全",
    help: "帮扶",
    funds: "资金",
    monitored: (n) => rich`监测对象 ${n}`,
    persons: (n) => rich`，共 ${n}`,
    measureHow: "由最低一级逐个相加，未调查的不计。",
    noPlan: "没有帮扶计划",
    noCadre: (n) => rich`没有结对责任人 ${n}`,
    covered: (share, parent) => rich`覆盖率 ${share}${parent}`,
    parentShare: (name, share) => rich`，${name} ${share}`,
    paid: (share) => rich`已支出，占安排的 ${share}`,
    points: (by, size, since, period) =>
      by === 0
        ? [`支出进度${than(since, period)}持平`]
        : rich`支出进度${than(since, period)}${by > 0 ? "快" : "慢"} ${size}`,
    elapsed: (share) => `时间进度 ${share}`,
    pending: (amount) => rich`未支出 ${amount}`,
    safeguard: { education: "义务教育", medical: "基本医疗", housing: "住房安全", water: "饮水安全" },
    light: { good: "已达标", close: "接近达标或待核实", bad: "未达标", none: "没有数据" },
    lightHow: (share) => `● 全部达标 · ◆ 不达标的不超过 ${share}，或待核实 · ▲ 超过 ${share} · ○ 没有数据`,
    goWithout: "不达标",
    lookedAt: "已查明",
    safeguardChange: (name, change) => rich`${name}${change}`,
    allMet: "已查明的全部达标。",
    worst: (indicator, label, area, value) =>
      WORST[indicator]?.(area, value) ?? `${area}${label}最需关注，${value}`,

    toDo: "要办的事",
    toDoCount: (n) => `${n} 件`,
    toDoWhat: (id, n) => TO_DO[id](n),
    toDoShare: (share, total) => `共 ${total}，占 ${share}`,
    toDoMost: "最多：",
    toDoDepartment: "责任部门",
    nothingToDo: "按本版数据，没有未办或逾期的事。",
    comma: "、",

    mapOf: (levels) => `最重的${levels}`,
    mapSub: (indicator, period) => `${indicator} · ${inPeriod(period)}`,
    ends: { light: "轻", heavy: "重" },
    counts: {
      unsafe_housing_share: "住房不安全",
      unsafe_water_share: "饮水不安全",
      monitored_share: "监测对象",
    },
    worstFive: (levels) => `最重的五个${levels}`,
    all: (areas) => `全部 ${areas}`,
    trends: "历年走势",
  },
};
