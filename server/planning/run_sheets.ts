// The sites of a run and those who stay outside as sheets, for CSV and workbooks.

import type { PlanRun } from "#domain/contract/plan_runs";
import { facilityKind } from "#domain/facilities";
import type { Language } from "#domain/language";
import { isProvenBest, type OutsideReason } from "#domain/planning";
import { pickText } from "#domain/text";
import { TRAVEL_SCENARIO_LABELS } from "#domain/travel";
import type { Cell, Sheet, SheetColumn } from "#server/read/workbook/sheet";

interface SheetWords {
  readonly sites: string;
  readonly outside: string;
  readonly about: string;
  readonly siteHeads: readonly string[];
  readonly outsideHeads: readonly string[];
  readonly work: Readonly<Record<"build" | "extend", string>>;
  readonly most: string;
  readonly fixed: string;
  floor(township: string): string;
  readonly reasons: Readonly<Record<OutsideReason, string>>;
  readonly aboutHeads: readonly string[];
  readonly facts: readonly string[];
  readonly proven: string;
  readonly unproven: string;
}

const EN: SheetWords = {
  sites: "Sites",
  outside: "Outside",
  about: "About",
  siteHeads: [
    "No.",
    "Code",
    "Village",
    "Township",
    "Work",
    "Villages gained",
    "Pupils gained",
    "Farthest, minutes",
    "Chosen because",
    "Longitude",
    "Latitude",
    "Cost, yuan",
  ],
  outsideHeads: ["Code", "Village", "Township", "Pupils", "Minutes", "Why"],
  work: { build: "build", extend: "enlarge" },
  most: "most pupils",
  fixed: "was set",
  floor: (township: string) => `floor of ${township}`,
  reasons: {
    no_place: "no place known",
    no_path: "no path by road",
    no_candidate: "no candidate within the limit",
    not_chosen: "a candidate is near, but was not chosen",
    no_room: "a site is near, but its places are taken",
  },
  aboutHeads: ["What", "Value"],
  facts: [
    "Area",
    "Kind",
    "Period",
    "Sites",
    "Minutes",
    "Objective",
    "Floor of each township",
    "Travel",
    "Gained",
    "Status",
    "Bound",
    "Gap",
    "Checked",
    "Solver",
    "Hash of the problem",
    "Release",
    "Money, yuan",
    "Cost of all sites, yuan",
    "Pupils one site takes at most",
  ],
  proven: "proven best",
  unproven: "not proven",
};

const ZH: SheetWords = {
  sites: "选点",
  outside: "仍超时的村",
  about: "说明",
  siteHeads: [
    "序号",
    "代码",
    "村",
    "乡镇",
    "工程",
    "新增村",
    "新增学生",
    "最远（分钟）",
    "入选原因",
    "经度",
    "纬度",
    "造价（元）",
  ],
  outsideHeads: ["代码", "村", "乡镇", "学生", "分钟", "原因"],
  work: { build: "新建", extend: "扩建" },
  most: "覆盖学生最多",
  fixed: "必选",
  floor: (township: string) => `${township}保底`,
  reasons: {
    no_place: "位置未知",
    no_path: "无路可达",
    no_candidate: "限时内没有候选点",
    not_chosen: "附近有候选点，但未入选",
    no_room: "附近有选点，但学位已满",
  },
  aboutHeads: ["项目", "内容"],
  facts: [
    "地区",
    "类型",
    "年份",
    "点数",
    "限时（分钟）",
    "目标",
    "各乡镇保底",
    "出行方式",
    "新增学生",
    "状态",
    "上界",
    "差距",
    "独立核验",
    "求解器",
    "问题散列值",
    "版本",
    "资金（元）",
    "总造价（元）",
    "每个点最多学生",
  ],
  proven: "已证明最优",
  unproven: "未证明",
};

/** A language without sheets of its own has English ones. */
const WORDS: Readonly<Partial<Record<Language, SheetWords>>> = { en: EN, zh: ZH };

/** Columns of a sheet from its heads and rows, as wide as what is in them. */
export const sheetColumns = (heads: readonly string[], rows: readonly (readonly Cell[])[]): SheetColumn[] =>
  heads.map((head, at) => {
    const cells = rows.map((row) => row[at] ?? null);
    const width = cells.reduce<number>(
      (most, cell) => Math.max(most, String(cell ?? "").length + 2),
      head.length + 2,
    );
    return { head, width: Math.min(60, width), format: null, cells };
  });

/** Fen as yuan; empty where nobody says. */
const yuan = (fen: number | null | undefined): number | null => (fen == null ? null : fen / 100);

/** Heads and rows of the sites of a run. */
export function siteRows(
  { plan }: PlanRun,
  language: Language,
): { heads: readonly string[]; rows: Cell[][] } {
  const words = WORDS[language] ?? EN;
  const name = (text: Parameters<typeof pickText>[0]): string => pickText(text, language);
  return {
    heads: words.siteHeads,
    rows: plan.sites.map((site) => [
      site.number,
      site.code,
      name(site.names),
      name(site.township),
      words.work[site.work],
      site.villages,
      site.people,
      site.farthest,
      site.isFixed ? words.fixed : site.floorOf ? words.floor(name(site.floorOf)) : words.most,
      site.at[0],
      site.at[1],
      yuan(site.costFen),
    ]),
  };
}

/** Sites, who stays outside and why, and what was asked: the sheets of a workbook. */
export function runSheets(run: PlanRun, areaName: string, language: Language): Sheet[] {
  const words = WORDS[language] ?? EN;
  const { plan, question } = run;
  const reason = (id: OutsideReason): string => words.reasons[id];
  const sites = siteRows(run, language);
  const kind = facilityKind(question.kind);
  const facts: Cell[] = [
    areaName,
    kind ? pickText(kind.label, language) : question.kind,
    question.period ?? null,
    question.sites,
    question.minutes,
    question.objective,
    question.floor,
    pickText(TRAVEL_SCENARIO_LABELS[question.travel] ?? {}, language) || question.travel,
    plan.gained,
    isProvenBest(plan) ? words.proven : words.unproven,
    plan.bound,
    plan.gap,
    plan.isChecked ? "✓" : "—",
    plan.solver,
    run.inputHash,
    run.release,
    yuan(question.budgetFen),
    yuan(plan.costFen),
    question.places,
  ];
  const outside = plan.outside.map(({ code, names, township, people, minutes, reason: why }) => [
    code,
    pickText(names, language),
    pickText(township, language),
    people,
    minutes,
    reason(why),
  ]);
  return [
    { name: words.sites, columns: sheetColumns(sites.heads, sites.rows), stickyRows: 1 },
    { name: words.outside, columns: sheetColumns(words.outsideHeads, outside), stickyRows: 1 },
    {
      name: words.about,
      columns: sheetColumns(
        words.aboutHeads,
        words.facts.map((fact, at) => [fact, facts[at] ?? null]),
      ),
      stickyRows: 1,
    },
  ];
}
