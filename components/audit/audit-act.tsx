import type { ReactNode } from "react";
import { type AuditRoom, type OfferedAct, offerAuditAct, offerCaseAct } from "@/components/audit/audit-room";
import { ActPanel } from "@/components/project/act-panel";
import { RecordedActFields } from "@/components/project/recorded-act";
import type { ServerFormProps } from "@/components/ui/server-form";
import type { CommandOf } from "@/lib/lifecycle/ask";
import type { AuditFacts } from "@/lib/lifecycle/audit-rules";
import type { Refusal } from "@/lib/lifecycle/refusal";

type FormProps = Omit<ServerFormProps, "version"> & { room: AuditRoom; children?: ReactNode };

/**
 * One act on an audit: its form for who may give it now, the button with reasons where something stands against it, and
 * nothing for everybody else. Where the body is not on CertTrail its acts ask whose act is recorded.
 */
export function AuditAct({
  command,
  reasonsOf,
  adds = false,
  ...props
}: FormProps & {
  command: CommandOf<"audit">;
  /** For an act that moves the case too: the reasons of both. */
  reasonsOf?: (facts: AuditFacts) => Refusal[];
  /** The act only adds a row: a newer version of the audit does not stand against it. */
  adds?: boolean;
}) {
  const offer = offerAuditAct(props.room, command, reasonsOf);
  const version = adds ? undefined : props.room.view.audit.version;
  return offer && <OfferedForm {...props} offer={offer} version={version} />;
}

/** One act of the case that belongs on the page of this audit. */
export function CaseAct({
  command,
  onAudit = false,
  ...props
}: FormProps & {
  command: CommandOf<"certification">;
  /** The act also moves this audit, so its version is the one that counts. */
  onAudit?: boolean;
}) {
  const offer = offerCaseAct(props.room, command);
  const { audit, record } = props.room.view;
  const version = onAudit ? audit.version : record.certificationCase?.version;
  return offer && <OfferedForm {...props} offer={offer} version={version} />;
}

function OfferedForm({
  room,
  offer,
  hidden,
  children,
  ...form
}: FormProps & { offer: OfferedAct; version: number | undefined }) {
  const { org, project, view } = room;
  const hasFields = Boolean(children) || offer.isRecorded;
  return (
    <ActPanel {...form} reasons={offer.reasons} hidden={{ org, project, audit: view.audit.id, ...hidden }}>
      {hasFields && (
        <>
          {children}
          {offer.isRecorded && <RecordedActFields org={org} project={project} bodyName={view.details.body} />}
        </>
      )}
    </ActPanel>
  );
}
