// What is counted for the help lens.

import type { Measure } from "#domain/measure";

export const HELP_MEASURES: readonly Measure[] = [
  {
    id: "target_households",
    label: { en: "Registered or monitored households", zh: "建档立卡或监测户" },
    unit: "households",
  },
  { id: "target_persons", label: { en: "Poor or monitored people", zh: "贫困或监测人口" }, unit: "persons" },
  {
    id: "target_households_with_plan",
    label: { en: "Target households with an active help plan", zh: "有在行帮扶计划的户" },
    unit: "households",
  },
  {
    id: "target_households_with_cadre",
    label: { en: "Target households with a current responsible cadre", zh: "有现任帮扶责任人的户" },
    unit: "households",
  },
  { id: "visits_due", label: { en: "Visits due", zh: "应走访次数" }, unit: "count" },
  { id: "visits_on_time", label: { en: "Visits made in their window", zh: "按期走访次数" }, unit: "count" },
  {
    id: "cause_and_plan_households",
    label: { en: "Households with a cause and a plan", zh: "有致贫原因和计划的户" },
    unit: "households",
  },
  {
    id: "matched_households",
    label: { en: "Of these, with a measure allowed for their main cause", zh: "其中措施与主要原因匹配" },
    unit: "households",
  },
  {
    id: "aid_eligible_pupils",
    label: { en: "Pupils eligible for education aid", zh: "应享受教育资助学生" },
    unit: "pupils",
  },
  { id: "aid_paid_pupils", label: { en: "Eligible pupils paid", zh: "已资助学生" }, unit: "pupils" },
  {
    id: "yulu_eligible_students",
    label: { en: "Vocational students eligible under the Yulu plan", zh: "雨露计划应补学生" },
    unit: "pupils",
  },
  { id: "yulu_paid_students", label: { en: "Of these, paid", zh: "其中已补助" }, unit: "pupils" },
  { id: "funds_allocated_fen", label: { en: "Funds allocated", zh: "资金安排额" }, unit: "yuan" },
  { id: "funds_paid_fen", label: { en: "Funds paid out", zh: "资金支出额" }, unit: "yuan" },
  { id: "projects_due", label: { en: "Projects due", zh: "到期项目" }, unit: "count" },
  {
    id: "late_projects",
    label: { en: "Projects past their due date and not accepted", zh: "逾期未验收项目" },
    unit: "count",
  },
  { id: "donations_received_fen", label: { en: "Donations received", zh: "捐赠到位额" }, unit: "yuan" },
  { id: "tasks_due", label: { en: "Tasks due", zh: "到期任务" }, unit: "count" },
  { id: "tasks_on_time", label: { en: "Tasks closed by their due date", zh: "按期办结任务" }, unit: "count" },
  {
    id: "overdue_alerts",
    label: { en: "Alerts open past their limit", zh: "超期未处置预警" },
    unit: "count",
  },
];
