// Chinese words of the first visit: what this is in three sentences, and a tour of four stops.

import type { tour as en } from "#client/i18n/en/tour.ts";

export const tour: typeof en = {
  welcome: {
    title: "三句话了解村情图",
    sentences: [
      "从全境到每个村，看有多少困难群众、住在哪里、困难的原因是什么。",
      "同一个地方用三个专题来看：贫困状况，资源供给（学校、卫生室、道路、资金），帮扶到了谁。",
      "每个数字都能查到出处，每个画面都是一条链接，可以分享、打印，也能随时找回。",
    ],
    start: "看一遍导览",
    skip: "暂不",
  },
  tour: {
    label: "导览",
    again: "看一遍导览（四步）",
    at: (stop, of) => `第 ${stop} 步，共 ${of} 步`,
    back: "上一步",
    next: "下一步",
    end: "完成",
    stops: {
      place: { title: "现在在哪里", text: "从上级到当前地区的路径。在这里输入，可以找村、学校或指标。" },
      sentence: {
        title: "地图显示什么",
        text: "一句话说明哪项指标、哪一级地区、哪个时期。带下划线的词都可以更改，下一行说明哪里最重。",
      },
      legend: {
        title: "颜色是什么意思",
        text: "两端有文字说明，没有数据的地区另有标记。点一个等级，只看属于它的地区。",
      },
      card: {
        title: "是谁、为什么、有什么帮扶",
        text: "在地图上点一个地区，卡片在这里打开：先说人，再说原因和帮扶。数字下有虚线的，可以查看出处。",
      },
    },
  },
};
