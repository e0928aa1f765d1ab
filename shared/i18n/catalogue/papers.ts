/** Typesetting and the packet folder. */
export const papers = {
  "error.pdf-glyph-missing": {
    zh: "字符“{character}”（{codePoint}）没有可用字形，见 {path}：“{excerpt}”。请改用其他写法，或在设置中加入含此字的字体。",
    en: 'No font has a glyph for "{character}" ({codePoint}), at {path}: "{excerpt}". Write it otherwise, or add a font that has it in the settings.',
  },
  "error.pdf-typeset-failed": {
    zh: "排版未能完成（{file} {message}）。内容已保存，请重试；若再次出现，请附上这份材料报告。",
    en: "Typesetting did not finish ({file} {message}). Nothing is lost; try again, and report it with this document if it returns.",
  },
  "error.pdf-cancelled": { zh: "已取消排版。", en: "Typesetting was cancelled." },
  "error.pdf-document-invalid": {
    zh: "这份材料的 {path} 处不能排版：{problem}",
    en: "This paper cannot be typeset at {path}: {problem}",
  },
  "error.pdf-drawing-unsafe": {
    zh: "{block} 处的图含有不允许的内容（{found}）。图中只能有线条、形状和文字。",
    en: "The drawing at {block} holds something that is not allowed ({found}). A drawing may hold lines, shapes and text only.",
  },
  "error.pdf-drawing-invalid": {
    zh: "{block} 处不是 SVG 图。",
    en: "What stands at {block} is not an SVG drawing.",
  },
} as const;
