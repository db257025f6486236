import type { AuditRecord, ProjectRecord } from "@/lib/lifecycle/record";
import { findStandard } from "@/lib/standards/editions";
import { readinessItems } from "@/lib/standards/readiness";
import type { World } from "./model";
import { withBody } from "./runs-predict";
import { type Beginning, begin } from "./walk-begin";

/** Where a run begins: at one of the beginnings of the walks, told for a standard and bodies that the store knows too. */
export function beginRun(beginning: Beginning, connected: boolean, forwarding: boolean): World {
  const world = begin(beginning, connected, forwarding);
  return withBody({ ...world, record: asInStore(world.record), trail: [], connected });
}

function asInStore(record: ProjectRecord): ProjectRecord {
  const standard = findStandard(record.standardId);
  if (!standard) throw new RangeError(record.standardId);
  return {
    ...record,
    edition: {
      publishedOn: standard.publishedOn,
      lastNewCertificateOn: standard.lastDateNewCertificates,
      transitionEndsOn: standard.transitionEndsOn,
    },
    audits: record.audits.map((audit) => asLaid(record, audit)),
  };
}

function asLaid({ standardId }: ProjectRecord, audit: AuditRecord): AuditRecord {
  const listed = readinessItems(standardId).length;
  const looked = audit.kind === "stage1" ? listed : 0;
  return { ...audit, readiness: { looked, listed, missing: 0 } };
}
