"use client";

import { usePathname } from "next/navigation";
import { findCurrentHref, type NavItem } from "@/components/frame/nav-item";

/** The entries of the side navigation; an island because the frame outlives a change of page. */
export function NavLinks({ items }: { items: NavItem[] }) {
  const current = findCurrentHref(items, usePathname());
  return (
    <ul data-soft className="space-y-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            aria-current={item.href === current ? "page" : undefined}
            className="flex min-h-9 items-center gap-2.5 rounded-control px-2.5 text-muted no-underline hover:bg-sunken hover:text-text aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-text pointer-coarse:min-h-12"
          >
            {item.icon}
            <span className="min-w-0 flex-1">{item.label}</span>
            {item.count !== undefined && item.count > 0 && (
              <span className="rounded-pill bg-neutral-bg px-1.5 text-meta text-neutral-fg">
                {item.count}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
