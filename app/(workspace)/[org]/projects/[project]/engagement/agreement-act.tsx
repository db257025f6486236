import type { ReactNode } from "react";
import { ActPanel } from "@/components/project/act-panel";
import { RecordedActFields } from "@/components/project/recorded-act";
import type { ServerFormProps } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import type { AgreementView } from "./agreement-sections";

type SourcingCommand = Parameters<typeof reasonsAgainst<"sourcing">>[1];

/**
 * The form of an act on the agreement, for who may do it; nothing for everybody else. Where the body is not on
 * CertTrail, its act carries the fields with which the client's manager records it.
 */
export function AgreementAct({
  actor,
  view,
  command,
  ofBody = false,
  children,
  ...form
}: {
  actor: Actor;
  view: AgreementView;
  command: SourcingCommand;
  /** An act of the body: its own people do it, or the client records it. */
  ofBody?: boolean;
  children?: ReactNode;
} & Pick<ServerFormProps, "action" | "submitLabel" | "submitVariant" | "confirm" | "keepsFields">) {
  const { record, agreement } = view;
  const records = ofBody && recordsForBody(actor, view);
  const isOwn = ofBody ? actor.side === "body" || records : true;
  if (!isOwn || !may(actor, `sourcing.${command}`)) return null;
  const facts = viewingFacts(actor, view, { recorded: records });
  const org = actor.organisationSlug;
  return (
    <ActPanel
      {...form}
      hidden={{ org, project: record.id }}
      version={record.sourcing.version}
      reasons={reasonsAgainst("sourcing", command, record.sourcing.state, facts)}
    >
      {children}
      {records && (
        <RecordedActFields org={org} project={record.id} bodyName={agreement.body?.name ?? "the body"} />
      )}
    </ActPanel>
  );
}
