import type { OwedLine } from "@/components/journey/owed-list";
import { hrefOfOwed } from "@/components/journey/subject-href";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { sortOwed } from "@/lib/lifecycle/owed";
import type { OwedItem } from "@/lib/lifecycle/owed-item";

/** Owed items as lines, the most urgent first; a line links to its page where the reader may do the act. */
export function linesOf(
  actor: Actor,
  project: string,
  items: readonly OwedItem[],
  where?: string,
): OwedLine[] {
  return sortOwed(items).map((item) => ({
    key: `${project}-${item.command}-${item.subject.id}-${item.personId ?? ""}`,
    what: item.what,
    href: may(actor, item.command) ? hrefOfOwed(actor.organisationSlug, project, item) : null,
    dueOn: item.dueOn,
    overdue: item.overdue,
    where,
  }));
}

/** Whether an item is the asker's own move: it may do the act, and nobody else is named for it. */
export function isOwn(actor: Actor, item: OwedItem, recordsForBody: boolean): boolean {
  if (item.side !== actor.side && !recordsForBody) return false;
  return may(actor, item.command) && (item.personId === null || item.personId === actor.personId);
}
