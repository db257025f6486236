import type { MarkKind } from "../../papers/paper";
import type { Face } from "./fonts";

/** Sizes and colours of a printed paper, in points. */
export interface TextLook {
  face: Face;
  size: number;
  /** From one line to the next. */
  leading: number;
  color: string;
}

export const page = { width: 595.28, height: 841.89, left: 54, right: 54, top: 62, bottom: 66 } as const;
export const textWidth = page.width - page.left - page.right;
export const textBottom = page.height - page.bottom;

const ink = "#171b22";
const muted = "#4a5362";
export const rule = "#d9dee6";
export const headFill = "#eef1f5";

export const looks = {
  title: { face: "strong", size: 21, leading: 27, color: ink },
  subject: { face: "regular", size: 11, leading: 16, color: ink },
  section: { face: "strong", size: 13.5, leading: 18, color: ink },
  entry: { face: "strong", size: 10.5, leading: 15, color: ink },
  body: { face: "regular", size: 9.5, leading: 14, color: ink },
  strong: { face: "strong", size: 9.5, leading: 14, color: ink },
  label: { face: "strong", size: 8.5, leading: 13, color: muted },
  quiet: { face: "regular", size: 9.5, leading: 14, color: muted },
  cell: { face: "regular", size: 8.75, leading: 12.5, color: ink },
  cellStrong: { face: "strong", size: 8.75, leading: 12.5, color: ink },
  cellTerm: { face: "regular", size: 8.75, leading: 12.5, color: muted },
  cellHead: { face: "strong", size: 8, leading: 12.5, color: muted },
  footer: { face: "regular", size: 7.5, leading: 10.5, color: muted },
} as const satisfies Record<string, TextLook>;

export const markColors: Record<MarkKind, string> = {
  danger: "#7f1524",
  warning: "#744600",
  info: "#0b468f",
  success: "#15603f",
  neutral: "#454c57",
  waiting: "#454c57",
};

/** Each kind of state has its own shape, in a square of twelve, filled or drawn as a line. */
export const markShapes: Record<MarkKind, { path: string; isFilled: boolean }> = {
  danger: { path: "M3.7 .5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7z", isFilled: true },
  warning: { path: "M6 1 11.6 11H.4z", isFilled: true },
  info: { path: "M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0 -8.5z", isFilled: false },
  success: { path: "M1.5 6.5l3 3l6 -7", isFilled: false },
  neutral: { path: "M2 6h8", isFilled: false },
  waiting: { path: "M2 1h8L6 6zM2 11h8L6 6z", isFilled: false },
};
