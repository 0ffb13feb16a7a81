// What the keys of a profile hold, in Chinese, by the English of the schema: a test finds what has none.

export const KEYS_IN_CHINESE: Readonly<Record<string, string>> = {
  "Id of the dataset; one database holds one": "数据集标识；一个数据库只装一个数据集",
  "Name of the territory, by language": "地域名称，按语言填写",
  "Under which licence the data are shown": "数据按什么许可展示",
  "Name of the licence": "许可名称",
  "Whom to name": "须注明的来源单位",
  "Folder of the files, absolute or from the profile's own folder; the environment's LENS_DATA overrides it":
    "文件所在目录，绝对路径或相对于配置文件；环境变量 LENS_DATA 优先",
  "Where the boundaries come from, in words": "边界来源的文字说明",
  "The day the boundaries were in force": "边界生效日期",
  "Language of the first visit": "首次打开时的语言",
  "What money is in, by ISO 4217; yuan where nobody says": "货币单位（ISO 4217）；不填为人民币元",
  "Whether the data are invented; left out, it is what earlier imports said, and no for the first":
    "数据是否为虚构；不填则沿用此前导入的设置，首次导入为否",
  "The levels of areas, top to bottom, 2 to 6": "区域层级，自上而下，2 至 6 级",
  "Tables of old and new codes": "新旧代码对照表",
  "Measures that the built-in registry lacks": "内置目录中没有的统计项",
  "Indicators that the built-in registry lacks, or other ones in its place":
    "内置目录中没有的指标，或用来替换内置指标",
  "The figures": "数据表",
  "Whether figures come from a sample: `false` a full count, `true` a sample of unknown size, or the measures that count its units, from which intervals are made. Left out, they are a full count, but for built-in indicators in periods with their own sample measures":
    "数据是否来自抽样：`false` 为全面统计，`true` 为样本量不明的抽样，也可填样本单位数的统计项以计算区间。不填为全面统计；内置指标在自带样本统计项的时期除外",
  "Measure that counts the units asked": "被调查单位数的统计项",
  "Measure that counts the units there are": "总体单位数的统计项",
  "What earlier imports brought and goes now: all else that this profile does not name stays":
    "要移除的此前导入内容；本配置未提到的其余内容保持不变",
  "Measures that go": "要移除的统计项",
  "Indicators that go": "要移除的指标",
  "Whether licences of earlier imports go": "是否移除此前导入的许可",
  "Schools, clinics and other places that people go to": "学校、卫生室等群众前往的设施",
  "The ways there": "通达道路",
  "What stands on the map beside the areas": "区域之外的底图要素",
  "Household and person records, from which villages are counted": "户与人口档案，村级数据由此汇总",
  "Name of the file, from the folder of the files; its format is recognised by its content. A folder or a pattern (`yearbooks/*.csv`) stands for all the files there, which are read as one in the order of their names":
    "文件名，相对于文件目录；格式按内容识别。填目录或通配（`yearbooks/*.csv`）表示其中全部文件，按文件名顺序合并读取",
  "Member of an archive that holds several, or a pattern for many of them":
    "压缩包内的文件名，或匹配多个文件的通配",
  "Layer of a GeoPackage, object of a TopoJSON, sheet of a workbook":
    "GeoPackage 的图层、TopoJSON 的对象或工作簿的工作表",
  "Encoding of text: `utf-8`, `gb18030`, `windows-1252`, …; found when left out":
    "文本编码：`utf-8`、`gb18030`、`windows-1252` 等；不填则自动识别",
  "Row of the header, counted from 1, with titles above it; two rows for a header of two, whose merged cells stand before each name below them":
    "表头所在行，从 1 数起，其上为标题；两行表头填两行，合并单元格的文字加在下行各列名之前",
  "Rows below the header that hold no data": "表头之下不含数据的行数",
  "Id of the level": "层级标识",
  "Name of one area of the level, by language": "该层级单个区域的称呼，按语言填写",
  "Name of several of them": "多个区域的称呼",
  "File of the areas; a level without one is dissolved from the one below, and without any the stored boundaries are used":
    "区域文件；没有文件的层级由下一级合并得出，全部没有则使用已存边界",
  "Coordinate system: `EPSG:27700`, `27700`, a URN, an OGC address, `OGC:CRS84`, WKT or a PROJ string; left out where the file names its own or means longitude and latitude":
    "坐标系：`EPSG:27700`、`27700`、URN、OGC 地址、`OGC:CRS84`、WKT 或 PROJ 字符串；文件自带坐标系或为经纬度时不填",
  "Column or expression with the code of an area": "区域代码所在的列或表达式",
  "Column with the codes": "代码所在列",
  "First: text that is taken off the front of a code": "第一步：从代码开头去掉的文字",
  "Then: digits of a code, whose zeros at the front a spreadsheet took":
    "第二步：代码位数，补回表格软件丢掉的前导零",
  "Last: text that is put before a code": "第三步：加在代码前的文字",
  "Expression that makes the code": "生成代码的表达式",
  "How the area above is found: a column with its code, an expression, the first characters of the code, or a look-up table":
    "如何找到上级区域：代码所在列、表达式、本级代码的前几位，或查找表",
  "First characters of the code that are the parent's": "代码前几位即为上级代码",
  "Column of the look-up table that is compared, or an expression over its columns":
    "查找表中用于比对的列，或由其各列构成的表达式",
  "Column of the look-up table that is taken, or an expression over its columns":
    "查找表中取值的列，或由其各列构成的表达式",
  "Column of the level that is looked up; the area's code when left out": "本级用于查找的列；不填为区域代码",
  "Digits of what is taken, when it is a code": "取出的值为代码时的位数",
  "By language, the column or look-up table with the name; without one an area is called by its code":
    "按语言填写名称所在的列或查找表；没有名称时显示代码",
  "Expression that a row must meet to be taken": "行须满足才会读入的表达式",
  "Polygons in a file of their own": "单独文件中的面",
  "Column of the polygons that is compared": "面文件中用于比对的列",
  "Column of the level that it must equal": "须与之相等的本级列",
  "Areas given as points, in two columns or as the geometries of the file: each gets the part of its parent that is nearest to it":
    "以点给出的区域（两列坐标或文件几何）：每个点得到上级区域中离它最近的部分",
  "Column with the longitude, or x in the `crs` of the level": "经度所在列，或该层级 `crs` 下的 x",
  "Column with the latitude, or y in the `crs` of the level": "纬度所在列，或该层级 `crs` 下的 y",
  "Further files, for areas that those before do not have": "补充文件，提供前面文件没有的区域",
  "Columns of a look-up table that must be equal; where they are not, the area is reported":
    "须与查找表一致的列；不一致的区域会报告",
  "Column with the code of the area": "区域代码所在列",
  "Column of the look-up table": "查找表的列",
  "Column with the old code": "旧代码所在列",
  "Column with the code in force; a code that stays leads to itself": "现行代码所在列；未变动的代码对应自身",
  "Column with the share of the old area that went there (0–1)": "旧区域划入部分所占比例（0–1）的列",
  "What happened: figures go over whole, or divided by `share` where an area was split, and are then marked as partly estimated":
    "变动类型：数据整体转移；拆分的区域按 `share` 分摊并标为部分估算",
  "First period of the new codes; old ones may be used before it, and after it where they are gone":
    "新代码启用的时期；此前可用旧代码，旧代码撤销后仍可识别",
  "Id of the measure": "统计项标识",
  "Name, as inside a sentence, by language": "名称（用于句中），按语言填写",
  "Unit of its numbers; money is in hundredths": "数值单位；金额以分计",
  "Each level has figures of its own, made from records: they do not add up": "各级由档案分别统计，不可相加",
  "A rate, a score, an estimate or its error: keeps decimals, may be below zero, never adds up":
    "比率、得分、估计值或其误差：保留小数，可为负，不可相加",
  "Id of the indicator": "指标标识",
  "Ids that it had before, which links may still name": "曾用标识，旧链接仍可识别",
  "The lens it belongs to": "所属视角",
  "A few letters for tight places": "窄处使用的符号",
  "What it says, in a sentence": "一句话说明",
  "Unit; a ratio is a share unless it says another": "单位；比率默认为占比",
  "Which end is bad": "数值哪一端为差",
  "A share whose numerator is no part of its denominator": "分子不属于分母的占比",
  "The indicator that it is a share of; the shares add up to 1": "所占的上位指标；各占比之和为 1",
  "Groups indicators within a lens": "视角内的指标分组",
  "How it goes up a level; made of `ratio`, `sum` and `statistic` when left out":
    "如何向上级汇总；不填则由 `ratio`、`sum`、`statistic` 推定",
  "Who is responsible for it by definition": "按定义负责的部门",
  "D0 facts about resources, D1 counts of people, D2 sensitive or minors, D3 internal, D4 money":
    "D0 资源情况，D1 人数，D2 敏感或涉及未成年人，D3 内部，D4 资金",
  "What a rule asks for, in the indicator's unit": "规定的标准，以指标单位计",
  "What is asked for, in the indicator's unit": "标准值，以指标单位计",
  "Whose rule it is, by language": "标准的依据，按语言填写",
  "The sum that counts what is missing place by place, where a surplus elsewhere hides nothing":
    "逐地统计缺口的合计项，别处富余不抵消",
  "Measures from which the error of a sample is computed": "计算抽样误差所用的统计项",
  "Measure that counts the units asked, such as households": "被调查单位数（如户数）的统计项",
  "Mean square of what was asked, in the square of the indicator's unit; without it a share is meant, or at most its variance":
    "调查值的均方，以指标单位的平方计；不填视为占比，或取其最大方差",
  "Weights by measure": "各统计项的权重",
  "Known total with which a sampled mean becomes a sum: weights by measure":
    "把样本均值推算为总量的已知总数：各统计项的权重",
  "Measure with the standard error": "标准误统计项",
  "Measure with the coefficient of variation": "变异系数统计项",
  "Measure with the lower end of the 95 % interval": "95 % 区间下限统计项",
  "Measure with the upper end": "区间上限统计项",
  "Periods from which it is measured in another way: nothing is compared across one":
    "统计口径变化的时期，前后不作比较",
  "First period of the new way": "新口径启用的时期",
  "What is new, by language": "变化内容，按语言填写",
  "Breaks that a policy fixes, in the indicator's unit": "政策规定的分级界限，以指标单位计",
  "Numerator and denominator; a term is a measure, or weights by measure":
    "分子与分母；可填统计项或各统计项的权重",
  "A total, which is shown as circles": "总量，以圆圈表示",
  "A measure that is a figure by itself: a rate, a score, an official estimate":
    "本身即为结果的统计项：比率、得分、官方估计",
  "Measure by which levels without a figure of their own get the mean of the areas below":
    "没有自身数据的层级取下级均值时所用的权重统计项",
  "Measures that state the error of the statistic": "给出该统计误差的统计项",
  "Must be there where an indicator has the id of a built-in one, which it replaces in this dataset":
    "与内置指标同名、在本数据集中替换它时必填",
  "Id, where the file's name is not enough": "标识；文件名不足以区分时填写",
  "Level of the areas of the rows": "各行区域所属层级",
  "Column or expression with the code of the area of a row, or how its name is matched":
    "行的区域代码所在列或表达式，或按名称匹配的方式",
  "Rows have names of areas and no codes": "各行只有区域名称而无代码",
  "Column with the names": "名称所在列",
  "Columns that name the areas above, by code or name": "标明上级区域的列，代码或名称均可",
  "Table of names that are written otherwise, which comes first": "异名对照表，优先采用",
  "Column with the name as the rows write it": "数据行中写法的名称列",
  "Period of the figures, in quotes, the column with it, or where files are named by it":
    "数据时期（加引号）、时期所在列，或从文件名取得",
  "Column with the period of a row": "行的时期所在列",
  "Takes the period of each row from the name of its file": "从文件名取得各行时期",
  "What several rows of one area and period are: one row and repetitions of it, parts of a sum, or one each of what is counted (a measure is then the number of rows that hold something in its column, or for which its expression is true). Left out, they must be the same in every cell":
    "同一区域同一时期有多行时的含义：重复的同一行、待相加的各部分，或逐条计数（统计项为该列非空或表达式成立的行数）。不填则各行须完全相同",
  "Columns of another table, found by the code of the row; expressions may use them":
    "按行代码从另一张表取得的列，可用于表达式",
  "Column of the other table with the code": "另一张表的代码列",
  "Columns that expressions may use": "表达式可用的列",
  "By measure, the column with it or an expression; a table has either `columns` or `pivot`":
    "按统计项填写列或表达式；`columns` 与 `pivot` 二选一",
  "Column with the numbers": "数值所在列",
  "What its numbers are multiplied with: 10000 for 万元, 0.01 for a statistic in per cent":
    "数值的倍数：万元填 10000，百分数统计填 0.01",
  "Expression over the columns of the row": "由行内各列计算的表达式",
  "A long table: one row for each measure": "长表：每个统计项一行",
  "Column with the name of the measure": "统计项名称所在列",
  "Column with the number": "数值所在列",
  "By the name in the file, the measure": "文件中的名称对应的统计项",
  'Texts that stand for "no number", and why there is none; added to the usual ones':
    "表示“没有数值”的文字及其原因；在通用写法之外补充",
  "What stands before the decimals": "小数点符号",
  "Expressions that must be true of a row; one that breaks one is reported and left out":
    "行须满足的表达式；不满足的行报告后不读入",
  "Who delivered it": "提供部门",
  "Day it was reported": "填报日期",
  "Of tables that state the same, the one of the highest is used": "多张表填报同一数据时，采用优先级最高的",
  "Whether longitude and latitude were shifted as Chinese web maps do, and are to be shifted back; left out, it is found out":
    "经纬度是否为国内网络地图的偏移坐标、须纠偏；不填则自动判断",
  "By language, the column with the name": "按语言填写名称所在列",
  "Of sources that state the same, the one of the highest is used":
    "多个来源填报同一数据时，采用优先级最高的",
  "Column with the first period in use": "启用时期所在列",
  "Column with the first period not in use any more": "停用时期所在列",
  "Column with the code of a facility": "设施代码所在列",
  "Digits of a code, whose zeros at the front are restored": "代码位数，补回前导零",
  "One kind for all, or a column and what its values mean": "统一的类型，或类型列及其取值含义",
  "Column with what `as` translates": "由 `as` 转换的列",
  "By the value in the file, what it is here": "文件中的值对应的取值",
  "Where it stands: the geometry of the row, or two columns; left out where only the village is known":
    "位置：行的几何或两列坐标；只知道所在村时不填",
  "Column with the longitude, or x in the `crs`": "经度所在列，或 `crs` 下的 x",
  "Column with the latitude, or y in the `crs`": "纬度所在列，或 `crs` 下的 y",
  "Column with the code of the village of its address": "所在村代码列",
  "Period of the figures, in quotes, or the column with it": "数据时期（加引号），或时期所在列",
  "By figure, the column with it": "各项数据所在列",
  "Rows of another table that say how many people of which village go there":
    "另一张表：哪个村有多少人前往该设施",
  "Column with the code of the facility": "设施代码所在列",
  "Column with the code of the village": "村代码所在列",
  "Column with how many people of the village go there": "该村前往人数所在列",
  "One class for all, or a column and what its values mean": "统一的等级，或等级列及其取值含义",
  "One surface for all, or a column": "统一的路面，或路面列",
  "Column with km/h": "车速（公里/小时）所在列",
  "Column with yes, 1, F (along the line), -1, T (against it); all else is both ways":
    "单行列：yes、1、F 为顺线方向，-1、T 为逆线方向，其余为双向",
  "Column with 0 on the ground, above it on a bridge, below in a tunnel":
    "层位列：0 为地面，大于 0 为桥，小于 0 为隧道",
  "Column that names the road, of which a file may have several records":
    "标明道路的列，一条道路在文件中可有多条记录",
  "Lines, polygons and points": "线、面和点",
  "Layer of the map; several files may make one, and it replaces the stored one as soon as it is imported, for every release":
    "底图图层；可由多个文件组成，导入后立即替换所有版本的同名图层",
  "Layer of a GeoPackage, object of a TopoJSON": "GeoPackage 的图层或 TopoJSON 的对象",
  "One class for all, or a column and what its values mean; others are left out. `water` has `river` (lines) and `lake` (polygons), `seats` have `prefecture_seat`, `county_seat` and `township_seat` (points)":
    "统一的类别，或类别列及其取值含义；其余不读入。`water` 有 `river`（线）和 `lake`（面），`seats` 有 `prefecture_seat`、`county_seat` 和 `township_seat`（点）",
  "Column with the class": "类别所在列",
  "By the value in the file, the class": "文件中的值对应的类别",
  "A number for all, or a column: km² of the catchment of a river or of the surface of a lake":
    "统一数值或所在列：河流流域面积或湖面面积（平方公里）",
  "Column with the code of the area whose seat a point is": "驻地所属区域代码列",
  "Columns of points, in a table without geometries": "没有几何的表中点坐标所在列",
  "Column with the longitude": "经度所在列",
  "Column with the latitude": "纬度所在列",
  "Heights in metres, a GeoTIFF in any coordinate system": "高程（米），任意坐标系的 GeoTIFF",
  "People or built-up land per pixel in any unit, a GeoTIFF in any coordinate system: where it is empty the map is darker":
    "每个像元的人口或建设用地，单位不限，任意坐标系的 GeoTIFF：没有人的地方地图上较暗",
  "Period of all records, in quotes, or the column with it": "全部档案的时期（加引号），或时期所在列",
  "Column with the period": "时期所在列",
  "What the incomes are; chooses the poverty line": "收入口径，决定采用的贫困线",
  "One row for each household and period": "每户每期一行",
  "Column with the key of the household, within village and period": "户的标识列，在村和时期内唯一",
  "Digits of a village's code, whose zeros at the front a spreadsheet took":
    "村代码位数，补回表格软件丢掉的前导零",
  "By field, the column with it": "各字段所在列",
  "Column with the name of its head; personal": "户主姓名列；个人信息",
  "Column with whether the household is registered (yes or no); must be there":
    "是否建档立卡列（是或否）；必填",
  "Column with one of `ordinary`, `poor`, `exited`, `fallen_back`":
    "取值为 `ordinary`、`poor`、`exited`、`fallen_back` 的列",
  "Column with one of `unstable_exited`, `marginal`, `sudden_hardship`, or nothing":
    "取值为 `unstable_exited`、`marginal`、`sudden_hardship` 或空的列",
  "Column with the main cause of poverty": "主要致贫原因列",
  "Column with further causes, between commas, semicolons or 、": "其他致贫原因列，以逗号、分号或顿号分隔",
  "Column with the exit score, 0–100": "退出得分列，0–100",
  "Column with the net income of the whole household in a year": "全户年纯收入列",
  "Column with the safety class of the dwelling: A, B, C, D, none": "住房安全等级列：A、B、C、D 或无房",
  "Column with whether it has safe water (yes or no)": "饮水是否安全列（是或否）",
  "How households were drawn, where they are a sample; standard errors of indices are computed from it":
    "抽样时的抽取方式，用于计算指数的标准误",
  "Column with the sampling weight: how many households one stands for; all sums are weighted":
    "抽样权数列：一户代表多少户；所有合计均加权",
  "Column with the stratum; one for all when left out": "层所在列；不填为一层",
  "Column with the primary sampling unit; each household is one when left out":
    "初级抽样单元列；不填则每户为一个单元",
  "By what the income of a household is divided for each member: the number of members, its square root, 1 + 0.5 for each further member from 14 on + 0.3 for each child (oecd_modified), or a column":
    "户收入折算到人的除数：人口数、其平方根、1 + 其余 14 岁及以上每人 0.5 + 每名儿童 0.3（oecd_modified），或指定列",
  "Column with the equivalent size": "等值人数列",
  "One row for each member of a household": "每名家庭成员一行",
  "Column with the number of a person within the household (1, 2, …); must be there":
    "户内序号列（1、2……）；必填",
  "Column with the name; personal": "姓名列；个人信息",
  "Column with the number of the identity card; personal": "身份证号列；个人信息",
  "Column with years at the end of the period": "期末年龄列",
  "Column with completed years of schooling": "受教育年限列",
  "Column with whether the person attends school; asked of ages 6 to 15": "是否在校列；针对 6 至 15 岁",
  "Column with whether the person has a chronic or serious illness, or a severe disability":
    "是否患长期慢性病、大病或重度残疾的列",
  "Column with one of `insured`, `uninsured`, `exempt`": "取值为 `insured`、`uninsured`、`exempt` 的列",
  "Column with whether the person is able to work": "是否有劳动能力的列",
  "Poverty lines": "贫困线",
  "Code of an area of any level; the nearest area above a village decides":
    "任意层级的区域代码；以村的最近上级为准",
  "Period it holds for": "适用时期",
  "Concept of income that is compared with it": "与之比较的收入口径",
  "Line for a person and year, in the currency of the profile": "每人每年的标准，以配置的货币计",
  "In place of `yuan`: the line is this share of the median income of the people of the area in the period, by equivalent size and sampling weight; 0.6 is who is at risk of poverty":
    "代替 `yuan`：该线为该区域该时期居民收入中位数的这一比例，按等值规模与抽样权重计算；0.6 即为面临贫困风险的标准",
  "Who set it, in words": "制定者的文字说明",
  "Who keeps the register": "档案管理部门",
  "Lines that incomes are compared with beside the first: headcount ratio and gap index below each":
    "第一条之外用于比较的贫困线：各线以下的发生率与差距指数",
  "Id of the line, with which its measures and indicators begin": "贫困线标识，其统计项和指标以此开头",
  "Name, by language": "名称，按语言填写",
  "Concept of the `lines` that it takes": "采用 `lines` 中的哪种口径",
  "Multidimensional indices of your own; the built-in one is counted beside them":
    "自定义多维指数；内置指数同时计算",
  "Id of the index, with which the ids of its measures and indicators begin":
    "指数标识，其统计项和指标以此开头",
  "Who is poor: a household with all its members, or each person": "贫困的认定单位：整户或个人",
  "What is counted: the members of households, or households": "统计对象：户内人口或户",
  "A unit of which a deprivation is not known is in no sum, or is taken as not deprived there":
    "某项短板不明的单位：不计入任何合计，或视为该项达标",
  "Who scores at least this is poor: a whole number from 1 to the sum of the weights":
    "得分不低于此值为贫困：1 至权重之和的整数",
  "The deprivations": "各项短板",
  "Id of the deprivation": "短板标识",
  "Name, as inside a sentence, by language; its id when left out": "名称（用于句中），按语言填写；不填为标识",
  "Weight, a positive whole number: 1/6 and 1/18 are 3 and 1": "权重，正整数：1/6 与 1/18 填 3 与 1",
  "Who decides: the record of the household itself, or its members: deprived if any of them, none of them (nobody has what is asked for) or all of them meet `when`. Where each person is identified, a person's own record decides, and `none` means that it does not meet `when`":
    "判定依据：户档案本身，或其成员：任一人、无人（无人具备所问条件）或全部满足 `when` 即为短板。按个人认定时以本人档案为准，`none` 表示不满足 `when`",
  "A column with yes and no, or an expression over the columns of the household's or the member's row":
    "是/否列，或由户或成员行内各列计算的表达式",
  "Expression that tells which members are asked; all of them when left out, and a household without any is not deprived":
    "限定哪些成员的表达式；不填为全部，没有此类成员的户不算短板",
  "Parts of the population of which headcount and index are computed too": "另行计算发生率和指数的人群",
  "Id of what people are grouped by": "分组依据的标识",
  "Whose row holds the column": "该列在户还是成员行",
  "Column with the group": "分组所在列",
  "The groups; anybody else is in none": "各组；其余不归组",
  "What stands in the column": "列中的值",
  "Id of the group": "组标识",
  "Name by language; its id when left out": "名称，按语言填写；不填为标识",
};
