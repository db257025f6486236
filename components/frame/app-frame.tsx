"use client";

import type { ReactNode } from "react";
import { AccountMenu, type FramePerson, type Theme } from "@/components/frame/account-menu";
import { Keys, type SaveKeys } from "@/components/frame/keys";
import type { NavItem } from "@/components/frame/nav-item";
import { NavLinks } from "@/components/frame/nav-links";
import { SoftLinks } from "@/components/frame/soft-links";
import { Notices } from "@/components/ui/notices";
import { SkipLink } from "@/components/ui/skip-link";

export interface FrameProps {
  org: { name: string; href: string };
  person: FramePerson;
  nav: NavItem[];
  /** For the switcher in the header; `current` names the project this page belongs to. */
  projects?: { href: string; label: string; current?: boolean }[];
  elsewhere?: { href: string; label: string }[];
  accountHref?: string;
  theme: Theme;
  setTheme: (form: FormData) => Promise<void>;
  signOut: (form: FormData) => Promise<void>;
  /** False when the person has switched single letters off (cookie `keys=off`). */
  keysOn?: boolean;
  setKeys: SaveKeys;
  /** Across the top of every page, for example that this is a demonstration. */
  banner?: ReactNode;
  children: ReactNode;
}

function ProjectSwitcher({ projects }: { projects: NonNullable<FrameProps["projects"]> }) {
  const current = projects.find((project) => project.current);
  return (
    <>
      <button
        type="button"
        popoverTarget="project-menu"
        className="flex min-h-9 min-w-0 items-center gap-1.5 rounded-control px-2 hover:bg-sunken pointer-coarse:min-h-11"
      >
        <span className="truncate">{current?.label ?? "Projects"}</span>
        <span aria-hidden="true" className="text-subtle">
          ▾
        </span>
      </button>
      <nav id="project-menu" popover="auto" aria-label="Projects" className="frame-menu at-start">
        <ul>
          {projects.map((project) => (
            <li key={project.href}>
              <a
                href={project.href}
                aria-current={project.current ? "true" : undefined}
                className="flex min-h-9 items-center rounded-control px-2.5 text-text no-underline hover:bg-sunken aria-[current]:bg-selected aria-[current]:font-medium pointer-coarse:min-h-12"
              >
                {project.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** What stands around every page of the workspace: header, navigation by role, content, notices, keys. */
export function AppFrame({
  org,
  nav,
  projects = [],
  banner,
  keysOn = true,
  setKeys,
  children,
  ...account
}: FrameProps) {
  return (
    <>
      <SkipLink />
      {banner}
      <header
        data-soft
        data-noprint
        className="sticky top-0 z-30 flex h-12 items-center gap-1 border-border border-b bg-surface px-2 sm:px-4"
      >
        <button
          type="button"
          popoverTarget="side-nav"
          className="flex min-h-9 items-center gap-2 rounded-control px-2 font-medium hover:bg-sunken lg:hidden pointer-coarse:min-h-11"
        >
          <svg
            viewBox="0 0 16 16"
            width="16"
            height="16"
            aria-hidden="true"
            stroke="currentColor"
            strokeWidth="1.5"
          >
            <path d="M2 4h12M2 8h12M2 12h12" />
          </svg>
          Menu
        </button>
        <a
          href={org.href}
          className="min-w-0 truncate px-2 py-1 font-bold text-text no-underline hover:underline max-sm:hidden"
        >
          {org.name}
        </a>
        {projects.length > 0 && <ProjectSwitcher projects={projects} />}
        <span className="flex-1" />
        <AccountMenu organisation={org.name} {...account} />
      </header>
      <div className="lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <nav id="side-nav" popover="auto" aria-label="Main" className="side-nav">
          <NavLinks items={nav} />
        </nav>
        <div className="min-w-0 lg:min-h-[calc(100dvh-3rem)] lg:border-border lg:border-s">
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-page px-4 py-6 outline-none sm:px-6 lg:px-8 lg:py-8"
          >
            {children}
          </main>
        </div>
      </div>
      <Notices />
      <SoftLinks />
      <Keys
        nav={nav.map(({ href, label, key }) => ({ href, label, key }))}
        initiallyOn={keysOn}
        save={setKeys}
      />
    </>
  );
}
