// Chinese words of the page about the format of imports.

import type { format as en } from "#client/i18n/en/format.ts";

export const format: typeof en = {
  format: {
    title: "导入格式",
    lead: "配置文件可以怎样描述您的文件，系统自带哪些统计项与指标，遇到不规范数据如何处理。",
    search: "搜索导入格式",
    searchHint: "键名、统计项或词语：pad、人口、百分数",
    count: (found, all) => (found === all ? `共 ${all} 条` : `${all} 条中的 ${found} 条`),
    none: "没有条目同时含有这些词，请减少词语。",
    contents: "目录",
    keys: "配置文件的键",
    measures: "内置统计项",
    indicators: "内置指标",
    units: "单位",
    rules: "不规范数据的处理",
    key: "键",
    type: "类型",
    usual: "默认值",
    needed: "必填",
    holds: "含义",
    example: "示例",
    id: "代码",
    name: "名称",
    unit: "单位",
    lens: "专题",
    formula: "公式",
    ofRegister: "由档案统计",
    stored: "存储值",
    shown: "显示为",
    input: "输入中的问题",
    handling: "处理方式",
    severity: "级别",
    severities: { error: "错误", warning: "警告", note: "提示" },
  },
};
