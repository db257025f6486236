"use client";

import { usePathname } from "next/navigation";
import { findCurrentHref } from "@/components/frame/nav-item";
import { TabsNav } from "@/components/ui/tabs-nav";

/** The sections of a project; an island because the layout outlives a change of page. */
export function ProjectNav({ tabs }: { tabs: { href: string; label: string }[] }) {
  const current = findCurrentHref(tabs, usePathname());
  return <TabsNav label="Project" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />;
}
