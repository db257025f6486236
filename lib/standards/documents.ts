/** The documents and records ISO/IEC 27001:2022 asks for, named in our own words (domain section 4). */

export interface MandatoryDocument {
  readonly id: string;
  /** The clause, with its paragraph: "6.1.3 d". */
  readonly clause: string;
  readonly title: string;
  /** The control that must be applicable in the Statement of Applicability for the document to be needed. */
  readonly onlyIfControl: string | null;
}

const ISO_27001_DOCUMENTS: readonly MandatoryDocument[] = [
  always("scope", "4.3", "Scope of the ISMS"),
  always("policy", "5.2", "Information security policy"),
  always("risk-method", "6.1.2", "How risks are assessed"),
  always("treatment-method", "6.1.3", "How risks are treated"),
  always("soa", "6.1.3 d", "Statement of Applicability"),
  always("treatment-plan", "6.1.3 e", "Risk treatment plan, approved by the risk owners"),
  always("objectives", "6.2", "Information security objectives"),
  always("competence", "7.2 d", "Evidence of competence"),
  always("own-documents", "7.5.1 b", "Documents the organisation itself finds necessary"),
  always("external-documents", "7.5.3", "Documents from outside, identified and controlled"),
  always("operation", "8.1", "Evidence that processes ran as planned"),
  always("risk-results", "8.2", "Results of the risk assessments"),
  always("treatment-results", "8.3", "Results of the risk treatment"),
  always("monitoring", "9.1", "Results of monitoring and measurement"),
  always("internal-audit", "9.2.2", "Internal audit programme and results"),
  always("management-review", "9.3.3", "Results of the management reviews"),
  always("nonconformities", "10.2 f", "Nonconformities and what was done about them"),
  always("corrective-actions", "10.2 g", "Results of corrective actions"),
  onlyIf("asset-inventory", "A.5.9", "Inventory of information and assets"),
  onlyIf("acceptable-use", "A.5.10", "Rules for the use of information and assets"),
  onlyIf("incident-procedures", "A.5.26", "Procedures for responding to incidents"),
  onlyIf("legal-requirements", "A.5.31", "Legal and contractual requirements"),
  onlyIf("operating-procedures", "A.5.37", "Operating procedures"),
  onlyIf("confidentiality", "A.6.6", "Confidentiality agreements"),
  onlyIf("configurations", "A.8.9", "Configurations"),
  onlyIf("engineering-principles", "A.8.27", "Principles for building secure systems"),
];

/** The documents a standard asks for; empty where no list is held. */
export function mandatoryDocuments(standardId: string): readonly MandatoryDocument[] {
  return standardId === "iso-27001-2022" ? ISO_27001_DOCUMENTS : [];
}

function always(id: string, clause: string, title: string): MandatoryDocument {
  return { id, clause, title, onlyIfControl: null };
}

function onlyIf(id: string, control: string, title: string): MandatoryDocument {
  return { id, clause: control, title, onlyIfControl: control };
}
