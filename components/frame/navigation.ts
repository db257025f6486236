import type { NavItem } from "@/components/frame/nav-item";
import type { Actor } from "@/lib/actor";
import type { Role } from "@/lib/lifecycle/who";
import { paths } from "@/lib/paths";

type Entry = NavItem & { for: readonly Role[] };

/**
 * The entries a person needs, by role; a person with several roles gets each entry once. An action owner sees the own
 * actions and the own messages.
 */
export function navigationOf({ side, roles, organisationSlug }: Actor, unread: number): NavItem[] {
  const entries = side === "client" ? clientEntries(organisationSlug) : bodyEntries(organisationSlug);
  const own = entries
    .filter((entry) => entry.for.some((role) => roles.includes(role)))
    .map(({ for: _for, ...item }) => item);
  return [...own, { href: paths.messages(organisationSlug), label: "Messages", count: unread }];
}

function clientEntries(org: string): Entry[] {
  return [
    {
      href: paths.org(org),
      label: "Home",
      key: "h",
      isAlone: true,
      for: ["executive", "manager", "consultant"],
    },
    { href: paths.projects(org), label: "Projects", key: "j", for: ["manager", "consultant", "executive"] },
    { href: paths.actions(org), label: "My actions", key: "a", for: ["owner", "manager"] },
    { href: paths.bodies(org), label: "Certification bodies", for: ["manager", "consultant"] },
    { href: paths.profile(org), label: "Organisation", for: ["manager", "admin", "consultant"] },
    { href: paths.people(org), label: "People", for: ["admin", "manager"] },
  ];
}

function bodyEntries(org: string): Entry[] {
  return [
    {
      href: paths.org(org),
      label: "Home",
      key: "h",
      isAlone: true,
      for: ["planner", "auditor", "decider", "quality", "admin"],
    },
    {
      href: paths.worklist(org),
      label: "Worklist",
      key: "w",
      for: ["planner", "auditor", "decider", "quality", "admin"],
    },
    { href: paths.requests(org), label: "Applications", for: ["planner", "admin"] },
    { href: paths.myAudits(org), label: "Audits", key: "j", for: ["planner", "auditor"] },
    { href: paths.verifyQueue(org), label: "Verify", key: "v", for: ["auditor"] },
    { href: paths.decisions(org), label: "Decisions", key: "d", for: ["decider", "planner"] },
    { href: paths.certificates(org), label: "Certificates", for: ["planner", "decider", "admin", "quality"] },
    { href: paths.policy(org), label: "Policy", for: ["quality", "planner", "admin"] },
    { href: paths.people(org), label: "People", for: ["admin", "planner", "quality"] },
  ];
}
