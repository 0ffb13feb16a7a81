// What is counted for the supply lens.

import type { Measure } from "#domain/measure";

export const SUPPLY_MEASURES: readonly Measure[] = [
  {
    id: "schools",
    label: { en: "open compulsory schools and teaching points", zh: "开办的义务教育学校及教学点" },
    unit: "count",
  },
  {
    id: "schools_100_mbps",
    label: { en: "schools with a measured downlink of 100 Mbps or more", zh: "实测下行 ≥ 100 Mbps 的学校" },
    unit: "count",
  },
  { id: "pupils", label: { en: "enrolled pupils", zh: "在校学生" }, unit: "pupils" },
  { id: "teachers", label: { en: "full-time teachers", zh: "专任教师" }, unit: "teachers" },
  {
    id: "teacher_shortage",
    label: { en: "teachers missing, summed over schools", zh: "各校教师缺额合计" },
    unit: "teachers",
  },
  {
    id: "school_place_shortage",
    label: { en: "school places missing, summed over schools", zh: "各校学位缺额合计" },
    unit: "places",
  },
  { id: "classes", label: { en: "classes", zh: "班级" }, unit: "count" },
  { id: "oversize_classes", label: { en: "classes above the size limit", zh: "超限班级" }, unit: "count" },
  {
    id: "village_school_classes",
    label: { en: "classes in teaching points and village schools", zh: "教学点和村小班级" },
    unit: "count",
  },
  { id: "multigrade_classes", label: { en: "multi-grade classes", zh: "复式班" }, unit: "count" },
  { id: "routed_pupils", label: { en: "pupils with a known route", zh: "路线已知学生" }, unit: "pupils" },
  {
    id: "pupil_travel_min",
    label: { en: "travel time to school, summed over pupils", zh: "学生到校时间合计" },
    unit: "pupil_minutes",
  },
  { id: "day_pupils", label: { en: "day pupils", zh: "走读学生" }, unit: "pupils" },
  {
    id: "far_day_pupils",
    label: {
      en: "day pupils more than 30 minutes away, or without a route",
      zh: "到校超 30 分钟或无路线的走读学生",
    },
    unit: "pupils",
  },
  {
    id: "accessible_milliplaces",
    label: {
      en: "school places within reach × 1,000, summed over pupils",
      zh: "按学生合计的可及学位（千分之一个）",
    },
    unit: "count",
  },
  { id: "boarders", label: { en: "boarders", zh: "寄宿生" }, unit: "pupils" },
  { id: "boarding_beds", label: { en: "boarding beds", zh: "寄宿床位" }, unit: "places" },
  { id: "teaching_terminals", label: { en: "teaching devices in use", zh: "在用教学终端" }, unit: "count" },
  {
    id: "school_funds_fen",
    label: { en: "recurrent public funds paid to schools", zh: "已拨公用经费" },
    unit: "yuan",
  },
  { id: "hamlets", label: { en: "hamlets", zh: "村民组" }, unit: "count" },
  { id: "paved_hamlets", label: { en: "hamlets on a paved road", zh: "通硬化路村民组" }, unit: "count" },
  { id: "villages", label: { en: "administrative villages", zh: "行政村" }, unit: "count" },
  {
    id: "clinic_villages",
    label: { en: "villages with a staffed standard clinic", zh: "有标准卫生室的村" },
    unit: "count",
  },
];
