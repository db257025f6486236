import type { ComboOption } from "@/components/ui/match-options";
import { listRequirements } from "@/lib/standards/requirements";

/** As many requirements are offered first because they were cited last (ux S8). */
const MOST_RECENT = 5;

/**
 * Clauses and controls of a standard for the requirement field: "A.8.9 Configuration management". Those cited last come
 * first, the latest of them on top.
 */
export function requirementOptions(
  standardId: string,
  citedLast: readonly (string | null)[] = [],
): ComboOption[] {
  const recent = [...new Set(citedLast)].filter((ref) => ref !== null).slice(0, MOST_RECENT);
  const placeOf = ({ id }: ComboOption) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return listRequirements(standardId)
    .map(({ ref, title, group }) => ({
      id: ref,
      label: `${ref} ${title}`,
      group: recent.includes(ref) ? "Cited last" : group,
    }))
    .sort((one, other) => placeOf(one) - placeOf(other));
}
