/**
 * What a client states about its scope (domain 5.3) and how it judges it (2.3): the input of the estimate. Facts are
 * what bodies are told when they are asked to propose; the judgement is the client's own, against which it holds offers.
 */
import type { ComplexityAnswers } from "./complexity";
import type { IdenticalWork, SitePersons } from "./persons";
import type { Complexity } from "./tables";

/** What a site is among several (MS-2, MS-5): the central function, one of a set of similar sites, or one of its own. */
export const siteRoles = ["central", "set_a", "set_b", "set_c", "always"] as const;
export type SiteRole = (typeof siteRoles)[number];
/** A virtual site counts as one site (MS-6). */
export const siteKinds = ["permanent", "temporary", "virtual"] as const;
export type SiteKind = (typeof siteKinds)[number];

export interface SiteProfile extends SitePersons {
  readonly siteId: string;
  /** The name it had then. */
  readonly name: string;
  readonly kind: SiteKind;
  readonly role: SiteRole;
  /** Persons of all shifts are counted; the plan has to know of the shifts (PRG-7). */
  readonly shifts: number;
}

/** Another standard that the same audit covers, over the same persons and sites (M11-1). */
export interface OtherStandard {
  readonly standardId: string;
  readonly column: Complexity | null;
}

export interface ScopeFacts {
  /** Hours of a full week, in hundredths. */
  readonly fullWeek: number;
  readonly sites: readonly SiteProfile[];
  readonly groups: readonly IdenticalWork[];
  /** Whether the conditions of sampling hold for all sites (MS-1). */
  readonly sampling: boolean;
  /** The six answers; null for a standard that does not ask for them. */
  readonly complexity: ComplexityAnswers | null;
  /** The column of the table of the project's standard, where it has several (M5-6). */
  readonly column: Complexity | null;
  readonly others: readonly OtherStandard[];
  /** Share of the work that is done remotely, in percent (IS-13). */
  readonly remotePercent: number;
  readonly outsourced: string | null;
  readonly certificates: string | null;
  readonly restricted: string | null;
  readonly advisers: string | null;
  /** What the systems of an integrated audit share: documents, internal audits, reviews (M11-4). */
  readonly integrated: string | null;
}

/** A factor with the reason it stands on; negative percent shorten the audit (IT-5). */
export interface Factor {
  readonly name: string;
  readonly percent: number;
  readonly reason: string;
}

/** A chosen percentage and why. */
export interface Chosen {
  readonly percent: number;
  readonly reason: string;
}

/** Days stated by a person where no table gives them, and why. */
export interface StatedDays {
  readonly standardId: string;
  readonly centidays: number;
  readonly reason: string;
}

export interface TimeJudgement {
  /** Chosen inside the range of the matrix; null where the standard has none. */
  readonly complexity: Chosen | null;
  readonly factors: readonly Factor[];
  /** Factors of the other standards together, by standard. */
  readonly otherFactors: readonly (Chosen & { readonly standardId: string })[];
  /** What each site is reduced by because others or the central function cover part of it (MS-10). */
  readonly siteReduction: Chosen | null;
  /** What the integration of the systems saves (M11-1). */
  readonly integration: Chosen | null;
  readonly stated: readonly StatedDays[];
  /** The share of Stage 1, in percent (IT-12). */
  readonly stage1Percent: number;
}
