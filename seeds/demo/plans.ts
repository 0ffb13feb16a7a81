// Plans of teachers that the demo's county adopted in earlier years, so that promised can be held against delivered.

export interface DemoPlan {
  readonly area: string;
  readonly kind: string;
  /** The figures it was made on. */
  readonly period: string;
  readonly teachers: number;
  readonly name: string;
  readonly post: string;
  readonly budgetLine: string;
  readonly deadline: string;
  readonly author: string;
}

const COMMON = {
  area: "990102000000",
  kind: "primary_school",
  post: "县教育局人事科 · County education office, staff",
  budgetLine: "2050299",
  author: "演示 · demo",
} as const;

export const DEMO_PLANS: readonly DemoPlan[] = [
  {
    ...COMMON,
    period: "2016",
    teachers: 40,
    name: "补充教师 40 名 · 40 teachers",
    deadline: "2019-08-31",
  },
  {
    ...COMMON,
    period: "2020",
    teachers: 20,
    name: "补充教师 20 名 · 20 teachers",
    deadline: "2023-08-31",
  },
];
