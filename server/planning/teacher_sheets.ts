// Where teachers go as sheets, for CSV and workbooks.

import { facilityKind } from "#domain/facilities";
import type { TeacherPlan, TeachersQuery } from "#domain/contract/teachers";
import type { Language } from "#domain/language";
import type { TeacherGoal } from "#domain/teachers";
import { pickText } from "#domain/text";
import type { Cell, Sheet } from "#server/read/workbook/sheet";
import { sheetColumns } from "./run_sheets.ts";

interface TeacherWords {
  readonly schools: string;
  readonly about: string;
  readonly heads: readonly string[];
  readonly aboutHeads: readonly string[];
  readonly facts: readonly string[];
  readonly goals: Readonly<Record<TeacherGoal, string>>;
  readonly yes: string;
  readonly no: string;
}

const EN: TeacherWords = {
  schools: "Schools",
  about: "About",
  heads: [
    "Code",
    "School",
    "Kind",
    "Township",
    "Pupils",
    "Teachers",
    "Needed",
    "Given",
    "Lacking after",
    "Longitude",
    "Latitude",
  ],
  aboutHeads: ["What", "Value"],
  facts: [
    "Area",
    "Period",
    "Teachers to post",
    "What counts as good",
    "Move teachers above the norm first",
    "Posted",
    "Moved",
    "Not needed",
    "Lacking before",
    "Lacking after",
    "Schools below the norm before",
    "Schools below the norm after",
    "Smallest share before",
    "Smallest share after",
    "Proven best",
    "Checked",
    "Hash of the problem",
    "Release",
  ],
  goals: {
    smallest_share: "the schools behind all others first",
    most_pupils: "most pupils in schools that meet the norm",
  },
  yes: "yes",
  no: "no",
};

const ZH: TeacherWords = {
  schools: "学校",
  about: "说明",
  heads: ["代码", "学校", "类型", "乡镇", "学生", "专任教师", "应有教师", "新增教师", "仍缺", "经度", "纬度"],
  aboutHeads: ["项目", "内容"],
  facts: [
    "地区",
    "年份",
    "拟派教师",
    "目标",
    "先调剂超编教师",
    "新派",
    "调剂",
    "未用",
    "原缺",
    "仍缺",
    "原不达标学校",
    "仍不达标学校",
    "原最低满足率",
    "现最低满足率",
    "已证明最优",
    "独立核验",
    "问题散列值",
    "版本",
  ],
  goals: { smallest_share: "先补最缺的学校", most_pupils: "让最多学生的学校达标" },
  yes: "是",
  no: "否",
};

/** A language without sheets of its own has English ones. */
const WORDS: Readonly<Partial<Record<Language, TeacherWords>>> = { en: EN, zh: ZH };

/** Heads and rows of the schools. */
export function teacherRows(
  { schools }: TeacherPlan,
  language: Language,
): { heads: readonly string[]; rows: Cell[][] } {
  const words = WORDS[language] ?? EN;
  return {
    heads: words.heads,
    rows: schools.map(({ code, kind, names, township, at, pupils, has, needs, given }) => [
      code,
      pickText(names, language),
      pickText(facilityKind(kind)?.label ?? {}, language),
      township && pickText(township, language),
      pupils,
      has,
      needs,
      given,
      Math.max(0, needs - has - given),
      at?.[0] ?? null,
      at?.[1] ?? null,
    ]),
  };
}

/** Schools, and what was asked and found: the sheets of a workbook. */
export function teacherSheets(
  plan: TeacherPlan,
  { teachers, goal, move }: TeachersQuery,
  language: Language,
): Sheet[] {
  const words = WORDS[language] ?? EN;
  const { heads, rows } = teacherRows(plan, language);
  const yesNo = (value: boolean): string => (value ? words.yes : words.no);
  const facts: Cell[] = [
    pickText(plan.area.names, language),
    plan.period,
    teachers,
    words.goals[goal],
    yesNo(move === "yes"),
    plan.posted,
    plan.moved,
    plan.left,
    plan.lack.before,
    plan.lack.after,
    plan.short.before,
    plan.short.after,
    plan.smallest.before,
    plan.smallest.after,
    yesNo(plan.status === "optimal"),
    yesNo(plan.isChecked),
    plan.inputHash,
    plan.release,
  ];
  return [
    { name: words.schools, columns: sheetColumns(heads, rows), stickyRows: 1 },
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
