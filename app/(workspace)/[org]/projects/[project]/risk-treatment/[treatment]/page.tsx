import type { Metadata } from "next";
import { StackedFacts } from "@/components/plan/stacked-facts";
import { TreatmentFields } from "@/components/treatment/treatment-fields";
import { TreatmentStatePill } from "@/components/treatment/treatment-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readTreatmentLine } from "@/lib/store/treatment";
import { treatmentHints, treatmentNames } from "@/lib/treatment/treatment";
import { editTreatment, removeTreatment } from "../actions";

export const metadata: Metadata = { title: "Risk" };

interface Props {
  params: Promise<{ org: string; project: string; treatment: string }>;
}

/** One risk: what is done about it, changed or taken out by the manager. */
export default async function TreatmentLinePage({ params }: Props) {
  const { org, project, treatment: treatmentId } = await params;
  const actor = await pageActor(org);
  const { line, record, controls } = await orNotFound(readTreatmentLine(actor, project, treatmentId));
  const at = paths.project(org, project);
  const today = currentDay(record.timeZone);
  const canEdit = may(actor, "treatment.edit");
  const form = { hidden: { org, project, treatmentId: line.id }, version: line.version };
  const titles = new Map(controls.map(({ ref, title }) => [ref, title]));
  return (
    <>
      <PageHeader
        title={line.ref}
        breadcrumbs={<Breadcrumbs items={[{ href: at.treatment, label: "Risk treatment" }]} />}
        pills={<TreatmentStatePill state={line.state} />}
        lead={line.risk}
      />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        {canEdit && (
          <div className="min-w-0 space-y-6">
            <Card title="Change">
              <ServerForm {...form} action={editTreatment} keepsFields submitLabel="Save risk">
                <TreatmentFields entry={line} today={today} />
              </ServerForm>
            </Card>
            <Card title="Remove">
              <ServerForm
                {...form}
                action={removeTreatment}
                submitLabel="Remove risk"
                submitVariant="danger"
                confirm={{
                  title: "Check before you remove it",
                  text: `${line.ref} goes out of the risk treatment with all that stands here. The trail says that it was there.`,
                  label: "Remove risk",
                }}
              />
            </Card>
          </div>
        )}
        <Card title="About this risk">
          <StackedFacts
            facts={[
              { term: "Owner", value: line.owner },
              {
                term: "Treatment",
                value: `${treatmentNames[line.treatment]}: ${treatmentHints[line.treatment]}`,
              },
              {
                term: "Controls",
                value:
                  line.controls.length === 0 ? null : (
                    <ul>
                      {line.controls.map((ref) => (
                        <li key={ref}>
                          {ref} {titles.get(ref) ?? "is not in the statement"}
                        </li>
                      ))}
                    </ul>
                  ),
              },
              { term: "Due", value: line.dueOn && <DayText day={line.dueOn} today={today} /> },
              {
                term: "Residual risk",
                value:
                  line.acceptedBy &&
                  line.acceptedOn &&
                  `Accepted by ${line.acceptedBy} on ${formatDay(line.acceptedOn)}`,
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
