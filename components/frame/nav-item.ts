import type { ReactNode } from "react";

/** One entry of the side navigation. */
export interface NavItem {
  href: string;
  label: string;
  icon?: ReactNode;
  /** Overrides the comparison with the address. */
  current?: boolean;
  /** Only its own page belongs to it, not what stands below: for the home of an organisation. */
  isAlone?: true;
  /** Letter that goes there after "g". */
  key?: string;
  /** What waits there. */
  count?: number;
}

/** The item whose address is the longest beginning of the page's own. */
export function findCurrentHref(items: NavItem[], path: string): string | undefined {
  const said = items.find((item) => item.current);
  if (said) return said.href;
  const starts = items.filter(({ href, isAlone }) => {
    const bare = href.split("?")[0] ?? href;
    return path === bare || (!isAlone && path.startsWith(`${bare}/`));
  });
  return starts.map(({ href }) => href).sort((a, b) => b.length - a.length)[0];
}
