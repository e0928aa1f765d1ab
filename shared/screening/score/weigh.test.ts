import { expect, test } from "vitest";
import { readName } from "../tokens/name.ts";
import { alignmentOf } from "./pieces.ts";
import { scoreOf, thresholds } from "./thresholds.ts";
import { weigh } from "./weigh.ts";

const weighed = (one: string, other: string) => weigh(readName(one), readName(other));
const isHit = (one: string, other: string) =>
  scoreOf(weighed(one, other).bits) >= thresholds.possible;

test.each([
  ["海康威视", "Hikvision"],
  ["華為技術有限公司", "Huawei Technologies Co., Ltd."],
  ["哈工大", "Harbin Institute of Technology"],
  [
    "中国电子科技集团公司第十四研究所",
    "China Electronics Technology Group Corporation 14th Research Institute",
  ],
  ["中电科14所", "CETC No. 14 Research Institute"],
  ["江南计算技术研究所", "Wuxi Jiangnan Institute of Computing Technology"],
  ["HUAWEI TECH CO LTD", "Huawei Technologies Co., Ltd."],
  ["Huwaei Technologies", "Huawei Technologies Co., Ltd."],
  ["BUAA", "Beijing University of Aeronautics and Astronautics"],
  ["Peking University of Aeronautics and Astronautics", "Beijing University of Aeronautics"],
  ["Harbin Polytechnic University", "Harbin Institute of Technology"],
  ["CETC55", "China Electronics Technology Group Corporation 55th Research Institute"],
  ["716所", "716th Research Institute"],
  ["国科天迅", "Guoke Tianxun"],
  ["成都亚光电子股份有限公司", "Chengdu Yaguang Electronics Co., Ltd."],
  ["天津七六四通信导航技术有限公司", "Tianjin 764 Communication and Navigation Technology Co."],
  ["PricewaterhouseCoopers LLP", "Pricewaterhouse Coopers LLP"],
  ["Volkswagen Aktiengesellschaft", "Volkswagen AG"],
  ["Coastline Agro Supplies Ltd - Malindi Branch", "Coastline Agro Supplies Ltd"],
])("%s is found as %s", (one, other) => {
  expect(isHit(one, other)).toBe(true);
  expect(isHit(other, one)).toBe(true);
});

test.each([
  [
    "中国电子科技集团公司第十五研究所",
    "China Electronics Technology Group Corporation 14th Research Institute",
  ],
  ["Golden Lotus Investment No. 3 Ltd", "Golden Lotus Investment No. 8 Ltd"],
  ["Sample Fund VII L.P.", "Sample Fund VIII L.P."],
  ["华伟", "Huawei Technologies Co., Ltd."],
  ["华伟科技有限公司", "Huawei Technologies Co., Ltd."],
  ["哈工大机器人集团股份有限公司", "Harbin Institute of Technology"],
  ["哈尔滨师范大学", "Harbin Institute of Technology"],
  ["杭州电子科技大学", "University of Electronic Science and Technology of China"],
  ["中山大学附属第一医院", "Sun Yat-Sen University"],
  ["中核资本控股有限公司", "China National Nuclear Corporation"],
  ["中国科学院自动化研究所", "Chinese Academy of Sciences Shenyang Institute of Automation"],
  ["北京北方华创微电子装备有限公司", "Wuhan Naura Microelectronics Equipment Co., Ltd."],
  ["浙江永旭化工有限公司", "Zhejiang Yongxu Pharmaceutical Co., Ltd."],
  ["Korvessa Industrial GmbH", "Korvessa Industrial Sdn. Bhd."],
  ["Ruiz-Montalvo Trucking LLC", "Ruiz-Montalvo Trucking Holdings LLC"],
  ["Marrowby Chemicals Ltd", "Marrowby Chemicals (Thailand) Co., Ltd."],
  ["Guangzhou Lixing Cosmetics Co., Ltd.", "Guangzhou Lixin Cosmetics Co., Ltd."],
  ["有限公司", "Co., Ltd."],
])("%s is not %s", (one, other) => {
  expect(isHit(one, other)).toBe(false);
  expect(isHit(other, one)).toBe(false);
});

test("the alignment says of each piece what it is", () => {
  const [one, other] = [
    readName("北京珍蓝智能科技有限公司"),
    readName("Zhenlan Intelligent Tech Co., Ltd."),
  ];
  const { pieces, against } = alignmentOf(one, other, weigh(one, other));
  expect(pieces.map(({ kind, asked, found }) => [kind, asked, found])).toEqual([
    ["sound", "珍蓝", "zhenlan"],
    ["translation", "智能科技", "intelligent tech"],
  ]);
  expect(against.map(({ reason, text }) => [reason, text])).toEqual([["left-over", "北京"]]);
});
