import { Button } from "@/components/ui/button";
import type { OfferColumn } from "./columns";

/** The two bodies that a narrow screen shows beside each other, from the address; the first two where it names none. */
export function findPair(columns: readonly OfferColumn[], wanted: readonly string[]): string[] {
  const ids = columns.map(({ id }) => id);
  const known = [...new Set(wanted)].filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))].slice(0, 2);
}

/** Chooses the two on a narrow screen; a wide one shows all of them. */
export function PairPicker({
  columns,
  pair,
  bodies,
}: {
  columns: readonly OfferColumn[];
  pair: readonly string[];
  /** The bodies that are shown at all, which the address keeps. */
  bodies: readonly string[];
}) {
  if (columns.length < 3) return null;
  return (
    <form data-noprint className="space-y-3 md:hidden">
      {bodies.map((id) => (
        <input key={id} type="hidden" name="bodies" value={id} />
      ))}
      <fieldset>
        <legend className="font-medium">Two of {columns.length} bodies beside each other</legend>
        <div className="grid gap-3 pt-2">
          {["First body", "Second body"].map((label, at) => (
            <label key={label} className="grid gap-1">
              <span className="text-compact text-muted">{label}</span>
              <select name="pair" defaultValue={pair[at]} className="control">
                {columns.map(({ id, body }) => (
                  <option key={id} value={id}>
                    {body.name}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" size="small">
        Show these two
      </Button>
    </form>
  );
}
