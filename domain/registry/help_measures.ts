// What is counted for the help lens.

import type { Measure } from "#domain/measure";

export const HELP_MEASURES: readonly Measure[] = [
  {
    id: "target_households",
    label: { en: "registered or monitored households", zh: "建档立卡户和监测户" },
    unit: "households",
  },
  {
    id: "target_persons",
    label: { en: "poor or monitored people", zh: "帮扶对象（贫困人口和监测对象）" },
    unit: "persons",
  },
  {
    id: "target_households_with_plan",
    label: { en: "households with an active help plan", zh: "有正在实施的帮扶计划的户" },
    unit: "households",
  },
  {
    id: "target_households_with_cadre",
    label: { en: "households with a current responsible cadre", zh: "有现任帮扶责任人的户" },
    unit: "households",
  },
  { id: "visits_due", label: { en: "visits due", zh: "应走访次数" }, unit: "count" },
  { id: "visits_on_time", label: { en: "visits made on time", zh: "按期走访次数" }, unit: "count" },
  {
    id: "cause_and_plan_households",
    label: { en: "households with a recorded cause and a plan", zh: "有原因记录和帮扶计划的户" },
    unit: "households",
  },
  {
    id: "matched_households",
    label: { en: "households with a measure that suits their main cause", zh: "措施针对主要原因的户" },
    unit: "households",
  },
  {
    id: "aid_eligible_pupils",
    label: { en: "pupils eligible for education aid", zh: "应享受教育资助学生" },
    unit: "pupils",
  },
  { id: "aid_paid_pupils", label: { en: "pupils paid education aid", zh: "已资助学生" }, unit: "pupils" },
  {
    id: "yulu_eligible_students",
    label: { en: "students eligible under the Yulu plan", zh: "雨露计划应补学生" },
    unit: "pupils",
  },
  {
    id: "yulu_paid_students",
    label: { en: "students paid under the Yulu plan", zh: "雨露计划已补助学生" },
    unit: "pupils",
  },
  { id: "funds_allocated_fen", label: { en: "funds allocated", zh: "资金安排额" }, unit: "yuan" },
  { id: "funds_paid_fen", label: { en: "funds paid out", zh: "资金支出额" }, unit: "yuan" },
  {
    id: "funds_arrived_fen",
    label: { en: "funds that arrived with households and projects", zh: "到户到项目资金" },
    unit: "yuan",
  },
  { id: "projects_due", label: { en: "projects due", zh: "到期项目" }, unit: "count" },
  {
    id: "late_projects",
    label: { en: "projects past their due date that have not been accepted", zh: "逾期未验收项目" },
    unit: "count",
  },
  { id: "donations_received_fen", label: { en: "donations received", zh: "捐赠到位额" }, unit: "yuan" },
  { id: "tasks_due", label: { en: "tasks due", zh: "到期任务" }, unit: "count" },
  { id: "tasks_on_time", label: { en: "tasks closed by their due date", zh: "按期办结任务" }, unit: "count" },
  {
    id: "overdue_alerts",
    label: { en: "alerts open past their limit", zh: "超期未处置预警" },
    unit: "count",
  },
];
