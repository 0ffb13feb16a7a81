// Code lists of the household register: what may be recorded, as ids with labels.

/** Households under watch so that they do not fall back; the third may have an income above every line. */
export const MONITORING_CATEGORIES = [
  { id: "unstable_exited", label: { en: "Exited but unstable household", zh: "脱贫不稳定户" } },
  { id: "marginal", label: { en: "Marginal household at risk", zh: "边缘易致贫户" } },
  { id: "sudden_hardship", label: { en: "Household in sudden serious hardship", zh: "突发严重困难户" } },
] as const;

/** Causes of poverty: one main cause of a household, and others. */
export const CAUSES = [
  { id: "illness", label: { en: "Illness", zh: "因病" } },
  { id: "disability", label: { en: "Disability", zh: "因残" } },
  { id: "schooling", label: { en: "Schooling cost", zh: "因学" } },
  { id: "disaster", label: { en: "Disaster", zh: "因灾" } },
  { id: "land", label: { en: "Lack of land", zh: "缺土地" } },
  { id: "water", label: { en: "Lack of water", zh: "缺水" } },
  { id: "skill", label: { en: "Lack of skill", zh: "缺技术" } },
  { id: "labour", label: { en: "Lack of labour", zh: "缺劳力" } },
  { id: "capital", label: { en: "Lack of capital", zh: "缺资金" } },
  { id: "transport", label: { en: "Poor transport", zh: "交通条件落后" } },
  { id: "drive", label: { en: "Lack of own drive", zh: "自身发展动力不足" } },
  { id: "marriage", label: { en: "Marriage cost", zh: "因婚" } },
  { id: "other", label: { en: "Other", zh: "其他" } },
] as const;

/** `exited` was out of poverty before the period, `fallen_back` too and is recorded poor again in it. */
export const POVERTY_STATES = [
  { id: "ordinary", label: { en: "Ordinary household", zh: "一般户" } },
  { id: "poor", label: { en: "Poor household", zh: "贫困户" } },
  { id: "exited", label: { en: "Exited household", zh: "脱贫户" } },
  { id: "fallen_back", label: { en: "Household fallen back", zh: "返贫户" } },
] as const;

/** Safety classes of a dwelling; C, D and none are unsafe. */
export const DWELLINGS = [
  { id: "A", label: { en: "Class A", zh: "A级" } },
  { id: "B", label: { en: "Class B", zh: "B级" } },
  { id: "C", label: { en: "Class C", zh: "C级" } },
  { id: "D", label: { en: "Class D", zh: "D级" } },
  { id: "none", label: { en: "No dwelling", zh: "无房" } },
] as const;

/** `exempt` need not be insured. */
export const INSURANCE_STATES = [
  { id: "insured", label: { en: "Insured", zh: "已参保" } },
  { id: "uninsured", label: { en: "Not insured", zh: "未参保" } },
  { id: "exempt", label: { en: "Exempt", zh: "免参保" } },
] as const;

/** The ids of a code list. */
export type IdOf<List extends readonly { readonly id: string }[]> = List[number]["id"];
