import type { ScopeFacts, SiteProfile, TimeJudgement } from "@/lib/audit-time/profile";

/** A site of nobody; a test names what it needs. */
export function site(name: string, more: Partial<SiteProfile> = {}): SiteProfile {
  return {
    ...{ siteId: name, name, kind: "permanent", role: "always", shifts: 1 },
    ...{ permanent: 0, partTime: 0, partTimeHours: 0, contractors: 0, temporary: 0 },
    ...more,
  };
}

/** One office of 40 persons under medium complexity, in a week of 40 hours. */
export function scopeFacts(more: Partial<ScopeFacts> = {}): ScopeFacts {
  return {
    ...{ fullWeek: 4_000, sites: [site("Office", { permanent: 40 })], groups: [], sampling: true },
    complexity: {
      ...{ sector: 2, processes: 2, maturity: 2 },
      ...{ infrastructure: 2, outsourcing: 2, development: 2 },
    },
    ...{ column: null, others: [], remotePercent: 0 },
    ...{ outsourced: null, certificates: null, restricted: null, advisers: null, integrated: null },
    ...more,
  };
}

/** Nothing changes the table: the factor of medium complexity is exactly 0 %. */
export function timeJudgement(more: Partial<TimeJudgement> = {}): TimeJudgement {
  return {
    complexity: { percent: 0, reason: "Nothing is out of the ordinary." },
    ...{ factors: [], otherFactors: [], siteReduction: null, integration: null, stated: [] },
    stage1Percent: 30,
    ...more,
  };
}
