// Chinese words of the map and its hover card.

import type { map as en } from "#client/i18n/en/map.ts";

export const map: typeof en = {
  hoverRank: (rank, of, isNeutral) => `第 ${rank} 位（1=${isNeutral ? "最大" : "最重"}，共 ${of} 个）`,
  hoverTap: "再点一次打开",

  mapLabel: (levels, area, indicator) =>
    `${area}各${levels}的${indicator}地图。方向键移动，加减号缩放。表格中列有同样的地区。`,
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "回到当前地区",
  layers: { title: "图层", names: { settlement: "居民地", relief: "地形", water: "水系", seats: "城镇" } },
  mapMissing: "这里无法绘制地图",
  mapMissingWhat: "浏览器不支持 WebGL。表格和概况中是同样的数字，可以照常使用。",
  mapOld: "部分数据未能加载，地图仍显示原来的数据。",
  mapPartMissing: "地图有一部分未能加载，将自动重试。",
};
