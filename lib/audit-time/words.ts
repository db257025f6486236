import type { ComplexityQuestion, Level } from "./complexity";
import type { SiteKind, SiteRole } from "./profile";
import type { Complexity } from "./tables";

export const roleNames: Record<SiteRole, string> = {
  central: "Central function",
  set_a: "Similar sites, set A",
  set_b: "Similar sites, set B",
  set_c: "Similar sites, set C",
  always: "Always visited",
};

export const kindNames: Record<SiteKind, string> = {
  permanent: "Permanent",
  temporary: "Temporary",
  virtual: "Virtual",
};

export const levelNames: Record<Level, string> = { low: "low", medium: "medium", high: "high" };

export const columnNames: Record<Complexity, string> = {
  high: "High",
  medium: "Medium",
  low: "Low",
  limited: "Limited",
};

/** Each question with its three answers, from one point to three (domain 2.3). */
export const questionWords: Record<
  ComplexityQuestion,
  { label: string; answers: readonly [string, string, string] }
> = {
  sector: {
    label: "Sector and regulation",
    answers: [
      "Nothing critical, few legal duties",
      "Customers in critical sectors",
      "Critical sector, or strict regulation",
    ],
  },
  processes: {
    label: "Processes and tasks",
    answers: ["Standard and repeated", "Standard, with many products or units", "Complex, much is different"],
  },
  maturity: {
    label: "Maturity of the management system",
    answers: ["Well established", "Partly in place", "New"],
  },
  infrastructure: {
    label: "Infrastructure",
    answers: ["Few platforms, all standard", "Several platforms", "Many different platforms and networks"],
  },
  outsourcing: {
    label: "Dependence on suppliers and cloud",
    answers: ["Little", "Some important suppliers", "High, for what matters most"],
  },
  development: {
    label: "Development of systems",
    answers: ["None, or very little", "Some, in the house or by others", "Much"],
  },
};
