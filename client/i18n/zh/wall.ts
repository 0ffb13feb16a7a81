// Chinese words of the wall display.

import { inPeriod } from "./grammar.ts";
import type { wall as en } from "#client/i18n/en/wall.ts";

export const wall: typeof en = {
  wall: {
    title: "大屏展示",
    what: "用大字号、不带按钮，逐个展示下列画面，适合挂在墙上的屏幕。",
    links: "展示的画面，每行一条链接",
    add: "加入当前画面",
    seconds: "每个画面停留秒数",
    start: "开始展示",
    keys: "空格键暂停，← → 前后切换，Esc 退出。",
    bad: (line) => `这一行不是本图的画面链接：${line}`,
    none: "请至少加入一个画面。",
    tooMany: (count, most) => `共 ${count} 个画面，超过一条链接能容纳的 ${most} 个。`,
    figures: (period) => `${inPeriod(period)}数据`,
    at: (view, of) => `第 ${view} 个，共 ${of} 个`,
    paused: "已暂停，按空格键继续。",
    away: "部分画面未能载入，继续展示已载入的画面。",
  },
};
