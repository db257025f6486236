import { LayoutPreview } from "@/components/preparation/layout-preview";
import { Button, LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import { type Day, formatDay, isBefore } from "@/lib/day";
import { type LayoutLine, writeLayout } from "@/lib/preparation/layout";
import { LEAST_MONTHS, MOST_MONTHS } from "@/lib/preparation/milestones";
import type { Wanted } from "@/lib/store/plan-layout";
import { layOutPlan } from "./actions";

interface Props {
  org: string;
  project: string;
  base: string;
  today: Day;
  /** What the fields start from. */
  target: Day | null;
  months: number;
  /** What would change for the days that were asked about; null before that. */
  preview: { wanted: Wanted; lines: LayoutLine[] } | null;
  /** The target can no longer be changed in the request: bodies have answered to that one. */
  asked: Day | null;
}

/** Asks for the target, shows what laying the plan out would move, and does it. The asking is a plain address. */
export function LayoutSection({ org, project, base, today, target, months, preview, asked }: Props) {
  return (
    <Card title="Lay out from a target day" id="layout">
      <div className="space-y-5">
        <form action={`${base}#layout`} className="max-w-form space-y-4">
          <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
            <DateField name="target" label="Certificate wanted on" defaultValue={target ?? ""} />
            <SelectField
              name="months"
              label="Over"
              options={Array.from({ length: MOST_MONTHS - LEAST_MONTHS + 1 }, (_, index) => {
                const count = String(LEAST_MONTHS + index);
                return { value: count, label: `${count} months` };
              })}
              defaultValue={String(months)}
            />
          </div>
          {asked && (
            <p className="max-w-read text-subtle">
              The request to the certification bodies names {formatDay(asked)}. Another day here changes your
              plan alone.
            </p>
          )}
          <Button type="submit">Show what would change</Button>
        </form>
        {preview && !isBefore(today, preview.wanted.target) && (
          <Callout tone="warning" title="Choose a day that lies ahead" />
        )}
        {preview && isBefore(today, preview.wanted.target) && (
          <section aria-label="What would change" className="space-y-4">
            {preview.lines.some(({ effect, dueOn }) => effect === "new" && isBefore(dueOn, today)) && (
              <Callout tone="warning" title="This leaves less time than usual">
                <p>Some milestones would be late from the first day. A later day gives them room.</p>
              </Callout>
            )}
            <LayoutPreview lines={preview.lines} today={today} />
            <ServerForm
              action={layOutPlan}
              hidden={{
                ...{ org, project, target: preview.wanted.target, months: preview.wanted.months },
                seen: writeLayout(preview.lines),
              }}
              submitLabel="Lay out the plan"
              secondary={<LinkButton href={base}>Leave it as it is</LinkButton>}
            />
          </section>
        )}
      </div>
    </Card>
  );
}
