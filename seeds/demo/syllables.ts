// Syllables that place names are made of, each with its pinyin.

export interface Syllable {
  readonly zh: string;
  readonly en: string;
}

const table = (text: string): readonly Syllable[] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => ({ zh: entry.slice(0, 1), en: entry.slice(1) }));

/** First halves of the names of provinces, prefectures, counties and townships. */
export const AUSPICIOUS = table(`
  青qing 清qing 临lin 松song 梅mei 福fu 永yong 望wang 平ping 长chang 金jin 玉yu 紫zi 高gao 碧bi 丹dan 白bai 凤feng
  龙long 鹿lu 鹤he 兰lan 竹zhu 桃tao 杏xing 柳liu 枫feng 桂gui 嘉jia 安an 宁ning 和he 泰tai 昌chang 兴xing 新xin
  瑞rui 德de 仁ren 义yi 信xin 明ming 晴qing 霞xia 星xing 月yue 秋qiu 春chun 远yuan 寿shou 文wen 武wu 石shi 铜tong
  银yin 锦jin 翠cui 沧cang 澄cheng 灵ling 崇chong 东dong 南nan 西xi 北bei`);

/** Second halves of the same. */
export const FEATURES = table(`
  溪xi 川chuan 岭ling 田tian 宁ning 江jiang 云yun 台tai 原yuan 乐le 坪ping 屏ping 山shan 湾wan 坡po 泉quan 源yuan
  阳yang 陵ling 峰feng 谷gu 岩yan 潭tan 湖hu 河he 浦pu 洲zhou 桥qiao 城cheng 关guan 堡bao 林lin 塘tang 沙sha 水shui
  丘qiu 岗gang 门men 安an 康kang 昌chang 和he`);

/** What villages put before the place they lie at. */
export const QUALIFIERS = table(`
  上shang 下xia 大da 小xiao 老lao 新xin 东dong 西xi 南nan 北bei 前qian 后hou 中zhong 内nei 外wai 高gao 长chang 平ping
  红hong 黄huang 白bai 黑hei 青qing 石shi 木mu 竹zhu 茶cha 桃tao 梨li 松song 杨yang 柳liu 马ma 牛niu 羊yang 龙long
  岩yan 土tu 花hua 麻ma 王wang 李li 张zhang 陈chen 刘liu 罗luo 田tian 吴wu 周zhou 何he 谢xie 唐tang 冯feng`);

/** Places in the mountains, by the water and in the open that villages are called after. */
export const PLACES = {
  mountain: table(
    "坡po 岩yan 冲chong 沟gou 坳ao 岭ling 寨zhai 垭ya 崖ya 梁liang 峰feng 洞dong 箐qing 顶ding",
  ),
  water: table("湾wan 滩tan 塘tang 渡du 桥qiao 河he 溪xi 潭tan 井jing 泉quan 坝ba 水shui 堰yan 沱tuo"),
  open: table(
    "坪ping 田tian 庄zhuang 屯tun 堡bao 店dian 场chang 院yuan 林lin 家jia 营ying 街jie 园yuan 铺pu",
  ),
} as const;
