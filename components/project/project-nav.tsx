"use client";

import { usePathname } from "next/navigation";
import { findCurrentHref } from "@/components/frame/nav-item";
import type { ProjectTab } from "@/components/project/project-tabs";
import { TabsNav } from "@/components/ui/tabs-nav";

/** The sections of a project, and below them the pages of the open one; an island because the layout outlives a change of page. */
export function ProjectNav({ tabs }: { tabs: ProjectTab[] }) {
  const current = findCurrentHref(
    tabs.flatMap((tab) => [tab, ...(tab.parts ?? [])]),
    usePathname(),
  );
  const mark = <T extends { href: string }>(tab: T) => ({ ...tab, current: tab.href === current });
  const isOpen = ({ href, parts = [] }: ProjectTab) =>
    [href, ...parts.map((part) => part.href)].includes(current ?? "");
  const open = tabs.find(isOpen);
  return (
    <>
      <TabsNav
        label="Project"
        tabs={tabs.map((tab) => ({ href: tab.href, label: tab.label, current: tab === open }))}
      />
      {open?.parts && open.parts.length > 1 && <TabsNav label={open.label} tabs={open.parts.map(mark)} />}
    </>
  );
}
