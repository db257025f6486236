import { DifferenceList } from "@/components/soa/difference-list";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import type { SoaDifference } from "@/lib/soa/approved";
import { gapNames, gapsOf, type SoaLine } from "@/lib/soa/statement";

/** So many gaps are spelt out; the filter shows the rest. */
const SPELT_OUT = 8;

interface Props {
  lines: readonly SoaLine[];
  /** Address of the lines that have gaps. */
  gapsHref: string;
  hidden: Record<string, string>;
  /** Tells this state of the draft from others. */
  mark: number;
  today: Day;
  /** The last version, and what would be new; null before the first one. */
  since: { label: string; differences: readonly SoaDifference[] } | null;
  approve: FormAction;
}

/** What still stands against approving the draft, or the form that does it (6.1.3 d, IS-5). */
export function ApproveCard({ lines, gapsHref, hidden, mark, today, since, approve }: Props) {
  const open = lines.filter((line) => gapsOf(line).length > 0);
  return (
    <Card title="Approve a version" id="approve">
      {open.length > 0 ? (
        <Callout
          tone="info"
          title={`${lines.length - open.length} of ${lines.length} controls are complete`}
          actions={<LinkButton href={gapsHref}>Show what is missing</LinkButton>}
        >
          <p>
            A version can be approved when every control is decided and justified, and every applicable one
            has a state.
          </p>
          <ul className="list-disc ps-5">
            {open.slice(0, SPELT_OUT).map((line) => (
              <li key={line.ref}>
                {line.ref}:{" "}
                {gapsOf(line)
                  .map((gap) => gapNames[gap])
                  .join(", ")}
              </li>
            ))}
            {open.length > SPELT_OUT && <li>{open.length - SPELT_OUT} more</li>}
          </ul>
        </Callout>
      ) : (
        <div className="space-y-5">
          <p className="max-w-read">
            The {lines.length} controls are complete. What you approve is kept as it is now; later changes
            come into the next version. Working notes stay out of it.
          </p>
          {since && (
            <details>
              <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
                {since.differences.length === 0
                  ? `Nothing differs from version ${since.label}`
                  : `${since.differences.length} ${since.differences.length === 1 ? "control differs" : "controls differ"} from version ${since.label}`}
              </summary>
              <DifferenceList differences={since.differences} />
            </details>
          )}
          <ServerForm action={approve} hidden={hidden} version={mark} submitLabel="Approve version">
            <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
              <TextField name="soaVersion" label="Version" hint="Such as 1.2 or 2027-02." width="medium" />
              <DateField name="approvedOn" label="Approved on" defaultValue={today} />
            </div>
          </ServerForm>
        </div>
      )}
    </Card>
  );
}
