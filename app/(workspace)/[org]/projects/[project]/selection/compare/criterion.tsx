import type { ReactNode } from "react";
import type { OfferColumn } from "./columns";

/** One row of the comparison; a group row has neither text nor cell. */
export interface Criterion {
  key: string;
  label: string;
  hint?: string;
  isTotal?: boolean;
  /** What the row says of an offer, in words: on the page, on paper and in the file. */
  text?: (column: OfferColumn) => string;
  /** How the page draws it, where words alone are not enough. */
  cell?: (column: OfferColumn) => ReactNode;
}

export const NOT_STATED = "Not stated";

/** Words as they are; what is not stated stands back. */
export function Words({ children }: { children: string | null }) {
  return children === null || children === NOT_STATED ? (
    <span className="text-subtle">{NOT_STATED}</span>
  ) : (
    <span className="prose-plain">{children}</span>
  );
}
