import type { ComboOption } from "@/components/ui/match-options";
import { listRequirements } from "@/lib/standards/requirements";

/** Clauses and controls of a standard for the requirement field: "A.8.9 Configuration management". */
export function requirementOptions(standardId: string): ComboOption[] {
  return listRequirements(standardId).map(({ ref, title, group }) => ({
    id: ref,
    label: `${ref} ${title}`,
    group,
  }));
}
