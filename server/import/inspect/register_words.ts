// What offices call the columns of household and person records; a new word is an entry here.

/** Headers by field of the register, as a profile names it; the first column that fits is taken. */
type FieldWords = Readonly<Record<string, RegExp>>;

export const HOUSEHOLD_WORDS: FieldWords = {
  head_name: /^户主(姓名)?$|head_?(of_?household_?)?name/i,
  registered: /建档立卡|^是否(脱贫|贫困|建档)|^registered|is_?registered/i,
  poverty_state: /(脱贫|贫困)(状态|户?属性|户类型)|poverty_?(state|status)/i,
  monitoring: /监测(对象)?(类别|类型)|monitoring/i,
  main_cause: /主要致贫原因|^致贫原因$|main_?cause/i,
  other_causes: /(其他|次要)致贫原因|other_?causes?/i,
  exit_score: /(退出|评估|综合)?评分$|得分$|exit_?score/i,
  net_income_yuan:
    /^(?!.*人均)(?!.*per_?(head|capita|person)).*(纯收入|可支配收入|net_?income|disposable_?income)/i,
  dwelling: /住房.*(等级|鉴定|级别)|危房等级|dwelling/i,
  safe_water: /饮水安全|安全饮水|safe_?(drinking_?)?water/i,
};

export const PERSON_WORDS: FieldWords = {
  number: /^(家庭)?(成员)?(序号|编号)$|^(member|person)_?(no|nr|number|id)$|^(no|nr|number)$/i,
  name: /^(成员)?姓名$|^(member|person)?_?name$/i,
  id_number: /(证件|身份证)(号码?|编号)|id_?(card|number)|^identity/i,
  age: /^(周岁|年龄)|^age(_|$)/i,
  schooling_years: /(受?教育|上学)年[限数]|schooling_?years|years_?of_?schooling/i,
  at_school: /^(是否)?在校(?!生)|at_?school|attends?_?school/i,
  long_illness: /长期(慢性?病|患病)|患?(慢性|大)病|long_?illness|chronic/i,
  insurance: /医保|医疗保险|(health|medical)_?insurance|^insurance$/i,
  can_work: /劳动(能|力)|can_?work|able_?to_?work/i,
};

/** A column with the key of the household. */
export const HOUSEHOLD_KEY =
  /^(家庭|农)?户(号|编号|编码|id|码)$|^家庭编[号码]$|^(hh|household)_?(id|key|no|nr|number|code)$|^hhid$|^household$/i;
/** A column with the code of the village. */
export const VILLAGE_CODE =
  /^(所在|所属)?(行政)?村(级)?(代码|编码|码|编号|区划代码)$|^village_?(code|id)$|^village$/i;
