import type { ReactNode } from "react";

/** One entry of the side navigation. */
export interface NavItem {
  href: string;
  label: string;
  icon?: ReactNode;
  /** Overrides the comparison with the address. */
  current?: boolean;
  /** Letter that goes there after "g". */
  key?: string;
  /** What waits there. */
  count?: number;
}

/** The item whose address is the longest beginning of the page's own. */
export function findCurrentHref(items: NavItem[], path: string): string | undefined {
  const said = items.find((item) => item.current);
  if (said) return said.href;
  const starts = items
    .map((item) => item.href)
    .filter((href) => {
      const bare = href.split("?")[0] ?? href;
      return path === bare || path.startsWith(`${bare}/`);
    });
  return starts.sort((a, b) => b.length - a.length)[0];
}
