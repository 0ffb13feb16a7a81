// All that an import understands, from the schema of profiles, the registry, the units and the table of rules.

import type { Format } from "#domain/contract/format";
import { formatTerm } from "#domain/indicator";
import { LANGUAGE_IDS } from "#domain/language";
import { REGISTER_MEASURES } from "#domain/register/measures";
import { INCOME_ERROR_MEASURES } from "#domain/registry/income_errors";
import { INEQUALITY_MEASURES } from "#domain/registry/inequality";
import { INDICATORS, MEASURES } from "#domain/registry/index";
import type { ProductText } from "#domain/text";
import { formatValue, UNIT_IDS, UNITS } from "#domain/unit";
import { RULES, type RuleGroup, type RuleId } from "#server/import/findings/rules";
import { ruleText } from "#server/import/findings/rule_text";
import type { Rule } from "#server/import/findings/rules/rule";
import { profileKeys, type KeySection } from "./profile_keys.ts";

const SECTION_TITLES: Readonly<Record<KeySection, ProductText>> = {
  profile: { en: "The profile", zh: "配置文件" },
  file: { en: "Any file", zh: "任何文件" },
  levels: { en: "Levels of areas", zh: "区域层级" },
  lineage: { en: "Old and new codes", zh: "新旧代码对照" },
  measures: { en: "Measures of your own", zh: "自定义统计项" },
  indicators: { en: "Indicators of your own", zh: "自定义指标" },
  tables: { en: "Tables of figures", zh: "数据表" },
  facilities: { en: "Facilities", zh: "设施" },
  roads: { en: "Roads", zh: "道路" },
  context: { en: "What stands on the map beside the areas", zh: "底图要素" },
  register: { en: "Household and person records", zh: "户与人口档案" },
};

const RULE_TITLES: Readonly<Record<RuleGroup, ProductText>> = {
  profile: { en: "Profiles and further imports", zh: "配置文件与后续导入" },
  files: { en: "Files", zh: "文件" },
  tables: { en: "Rows and cells", zh: "行与单元格" },
  areas: { en: "Boundaries", zh: "边界" },
  places: { en: "Facilities, roads, context", zh: "设施、道路与底图" },
  register: { en: "Records of people", zh: "人员档案" },
};

const REGISTER_IDS = new Set(
  [...REGISTER_MEASURES, ...INEQUALITY_MEASURES, ...INCOME_ERROR_MEASURES].map(({ id }) => id),
);

/** A number of 34,210 (a share of 0.2735), as it is stored and as it is shown. */
function unitRow(id: (typeof UNIT_IDS)[number]): Format["units"][number] {
  const stored = id === "share" ? 0.2735 : id === "index" ? 0.185 : 34_210;
  return {
    id,
    label: UNITS[id].label,
    stored,
    shown: Object.fromEntries(LANGUAGE_IDS.map((language) => [language, formatValue(stored, id, language)])),
  };
}

/** What the documents and the page about the format show. */
export function formatOfImports(): Format {
  return {
    sections: profileKeys().map(({ id, keys }) => ({ id, title: SECTION_TITLES[id], keys })),
    measures: MEASURES.map(({ id, label, unit }) => ({
      id,
      label,
      unit,
      isOfRegister: REGISTER_IDS.has(id),
    })),
    indicators: INDICATORS.map(({ id, label, lens, unit, numerator, denominator }) => ({
      id,
      label,
      lens,
      unit,
      formula: [numerator, denominator]
        .filter((term) => term !== null)
        .map((term) => (Object.keys(term).length > 1 ? `(${formatTerm(term)})` : formatTerm(term)))
        .join(" / "),
    })),
    units: UNIT_IDS.map(unitRow),
    rules: (Object.keys(RULES) as RuleGroup[]).map((group) => ({
      id: group,
      title: RULE_TITLES[group],
      rules: (Object.entries(RULES[group]) as [RuleId, Rule][]).map(([id, { severity }]) => ({
        id,
        severity,
        ...ruleText(id),
      })),
    })),
  };
}
