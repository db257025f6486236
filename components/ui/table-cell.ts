import type { ReactNode } from "react";
import type { StatusKind } from "@/components/ui/status-shape";

/**
 * What stands in a cell. Lists of many rows give their cells in the short forms: they travel to the browser as data and
 * are drawn by one component, where a tree of elements would travel twice, as HTML and as elements.
 */
export type Cell = ReactNode | LinkCell | PillCell | ClampedCell;

export interface LinkCell {
  text: string;
  href: string;
}

/** A state in shape and word, as `<Pill>` shows it. */
export interface PillCell {
  text: string;
  pill: StatusKind;
}

/** A longer text, of which two lines are shown. */
export interface ClampedCell {
  text: string;
  clamp: true;
}

export function isShortCell(cell: Cell): cell is LinkCell | PillCell | ClampedCell {
  return typeof cell === "object" && cell !== null && "text" in cell;
}

/** Whether a cell is data alone, without elements: then it may travel as text. */
export function isPlainCell(cell: Cell): boolean {
  return cell === null || typeof cell !== "object" || isShortCell(cell);
}
