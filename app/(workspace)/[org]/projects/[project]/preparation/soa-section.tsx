import { ActPanel } from "@/components/project/act-panel";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import { type Day, formatDay } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import type { Refusal } from "@/lib/lifecycle/refusal";

interface Props {
  /** What the case names; null as long as it names none. */
  inForce: { version: string; approvedOn: Day } | null;
  /** The newest version that was approved here. */
  approved: { label: string; approvedOn: Day } | null;
  href: string;
  /** Null for who only reads. */
  form: {
    hidden: Record<string, string>;
    version: number;
    reasons: readonly Refusal[];
    action: FormAction;
  } | null;
}

/**
 * The version of the Statement of Applicability in force (IS-5). One that is kept elsewhere is recorded by hand; one that was
 * approved here before the case began is taken over as it is.
 */
export function SoaSection({ inForce, approved, href, form }: Props) {
  const isTaken =
    approved?.label === inForce?.version && approved?.approvedOn === inForce?.approvedOn && approved !== null;
  return (
    <Card
      title="Statement of Applicability"
      id="soa"
      actions={<LinkButton href={href}>{approved ? "Open it" : "Write it here"}</LinkButton>}
    >
      <div className="space-y-5">
        {inForce ? (
          <SummaryList
            items={[
              { term: "Version", value: inForce.version },
              { term: "Approved on", value: formatDay(inForce.approvedOn) },
            ]}
          />
        ) : (
          <p className="flex flex-wrap items-center gap-2 text-muted">
            <Pill kind="neutral">Not recorded</Pill>
            The certificate names its version and the day of its approval (IS-5).
          </p>
        )}
        {form && approved && !isTaken && (
          <ActPanel
            {...form}
            hidden={{ ...form.hidden, soaVersion: approved.label, approvedOn: approved.approvedOn }}
            submitLabel={`Record version ${approved.label} of ${formatDay(approved.approvedOn)}`}
            submitVariant="secondary"
          />
        )}
        {form && !approved && (
          <ActPanel
            {...form}
            submitLabel={inForce ? "Record new version" : "Record version"}
            submitVariant="secondary"
          >
            <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
              <TextField name="soaVersion" label="Version" hint="Such as 1.2 or 2027-02." width="medium" />
              <DateField name="approvedOn" label="Approved on" />
            </div>
          </ActPanel>
        )}
      </div>
    </Card>
  );
}
