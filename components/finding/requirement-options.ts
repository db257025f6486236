import type { ComboOption } from "@/components/ui/match-options";
import { findRequirement, listRequirements } from "@/lib/standards/requirements";

/** Clauses and controls of a standard for the requirement field: "A.8.9 Configuration management". */
export function requirementOptions(standardId: string): ComboOption[] {
  return listRequirements(standardId).map(({ ref, title, group }) => ({
    id: ref,
    label: `${ref} ${title}`,
    group,
  }));
}

/** "A.8.9 c) Configuration management"; the bare reference where no title is held. */
export function requirementInWords(standardId: string, ref: string | null, subRef?: string | null): string {
  if (!ref) return "Not stated";
  const title = findRequirement(standardId, ref)?.title;
  return [ref, subRef, title].filter(Boolean).join(" ");
}
