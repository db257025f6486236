/**
 * The editions of management-system standards that can be certified, as data (domain rule 3.8). Bodies decide to an
 * edition, never to "the standard": each edition has its own first and last day for new certificates.
 */
import { type Day, day, isAfter, isBefore } from "../day";

/** A change to an edition. The 2024 climate amendments have no transition and need no new certificate (3.8). */
export interface Amendment {
  readonly name: string;
  readonly publishedOn: Day;
}

/** One edition of a standard. Null means that no such day or edition has been announced. */
export interface Standard {
  readonly id: string;
  /** "ISO/IEC 27001:2022" */
  readonly name: string;
  /** "ISO 27001" */
  readonly shortName: string;
  /** "ISMS" */
  readonly systemName: string;
  /** "information security management system" */
  readonly systemTitle: string;
  readonly publishedOn: Day;
  /** The last day on which a body may decide to grant or renew to this edition. */
  readonly lastDateNewCertificates: Day | null;
  /** The day on which every certificate to this edition ends. */
  readonly transitionEndsOn: Day | null;
  /** The name of the edition that replaces this one, once published. */
  readonly successorEdition: string | null;
  readonly amendments: readonly Amendment[];
  /** Whether Annex A lists controls that a Statement of Applicability answers. */
  readonly annexControls: boolean;
}

const CLIMATE_AMENDMENT_ON = day("2024-02-23");

const current = { lastDateNewCertificates: null, transitionEndsOn: null, successorEdition: null } as const;

const standards: readonly Standard[] = [
  {
    id: "iso-27001-2022",
    name: "ISO/IEC 27001:2022",
    shortName: "ISO 27001",
    systemName: "ISMS",
    systemTitle: "information security management system",
    publishedOn: day("2022-10-25"),
    ...current,
    amendments: [{ name: "ISO/IEC 27001:2022/Amd 1:2024", publishedOn: CLIMATE_AMENDMENT_ON }],
    annexControls: true,
  },
  {
    id: "iso-9001-2015",
    name: "ISO 9001:2015",
    shortName: "ISO 9001",
    systemName: "QMS",
    systemTitle: "quality management system",
    publishedOn: day("2015-09-15"),
    ...current,
    amendments: [{ name: "ISO 9001:2015/Amd 1:2024", publishedOn: CLIMATE_AMENDMENT_ON }],
    annexControls: false,
  },
  {
    id: "iso-14001-2015",
    name: "ISO 14001:2015",
    shortName: "ISO 14001",
    systemName: "EMS",
    systemTitle: "environmental management system",
    publishedOn: day("2015-09-15"),
    // The 2026 edition is out, its transition rule is not: no end is stated until it is.
    lastDateNewCertificates: null,
    transitionEndsOn: null,
    successorEdition: "ISO 14001:2026",
    amendments: [{ name: "ISO 14001:2015/Amd 1:2024", publishedOn: CLIMATE_AMENDMENT_ON }],
    annexControls: false,
  },
  {
    id: "iso-22301-2019",
    name: "ISO 22301:2019",
    shortName: "ISO 22301",
    systemName: "BCMS",
    systemTitle: "business continuity management system",
    publishedOn: day("2019-10-31"),
    ...current,
    amendments: [{ name: "ISO 22301:2019/Amd 1:2024", publishedOn: CLIMATE_AMENDMENT_ON }],
    annexControls: false,
  },
  {
    id: "iso-42001-2023",
    name: "ISO/IEC 42001:2023",
    shortName: "ISO 42001",
    systemName: "AIMS",
    systemTitle: "AI management system",
    publishedOn: day("2023-12-18"),
    ...current,
    amendments: [],
    annexControls: true,
  },
];

/** Editions whose certificates have all ended. They are known so that an old certificate can be named and refused. */
const endedStandards: readonly Standard[] = [
  {
    id: "iso-27001-2013",
    name: "ISO/IEC 27001:2013",
    shortName: "ISO 27001",
    systemName: "ISMS",
    systemTitle: "information security management system",
    publishedOn: day("2013-10-01"),
    lastDateNewCertificates: day("2024-04-30"),
    transitionEndsOn: day("2025-10-31"),
    successorEdition: "ISO/IEC 27001:2022",
    amendments: [],
    annexControls: true,
  },
];

const standardsById = new Map([...standards, ...endedStandards].map((standard) => [standard.id, standard]));

/** The editions a certification project can be started for, ISO/IEC 27001 first. */
export function listStandards(): readonly Standard[] {
  return standards;
}

/** The edition of that id, ended ones too, or undefined. */
export function findStandard(id: string): Standard | undefined {
  return standardsById.get(id);
}

/** Whether a body may decide to grant or renew to the edition on `day` (3.8, invariant 22); false for an unknown id. */
export function isEditionUsable(id: string, day: Day): boolean {
  const standard = findStandard(id);
  if (!standard || isBefore(day, standard.publishedOn)) return false;
  return standard.lastDateNewCertificates === null || !isAfter(day, standard.lastDateNewCertificates);
}
