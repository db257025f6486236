/** Every address of the product. Pages and links take their addresses from here, never from a text of their own. */

const at = (...parts: string[]) => `/${parts.map(encodeURIComponent).join("/")}`;

function pathsOfProject(org: string, project: string) {
  const base = (...parts: string[]) => at(org, "projects", project, ...parts);
  return {
    journey: base(),
    overview: base("overview"),
    selection: base("selection"),
    editProject: base("selection", "request"),
    proposal: (body: string) => base("selection", "proposals", body),
    compare: base("selection", "compare"),
    engagement: base("engagement"),
    preAudit: base("pre-audit"),
    preparation: base("preparation"),
    audits: base("audits"),
    audit: (audit: string) => base("audits", audit),
    auditPlan: (audit: string) => base("audits", audit, "plan"),
    auditReadiness: (audit: string) => base("audits", audit, "readiness"),
    auditFindings: (audit: string) => base("audits", audit, "findings"),
    auditReport: (audit: string) => base("audits", audit, "report"),
    logFinding: (audit: string) => base("audits", audit, "log"),
    findings: base("findings"),
    finding: (finding: string) => base("findings", finding),
    plan: (finding: string) => base("findings", finding, "plan"),
    verification: (finding: string) => base("findings", finding, "verification"),
    decision: base("decision"),
    certificate: base("certificate"),
    certificatePrint: base("certificate", "print"),
    trail: base("trail"),
    trailFile: `/api${base("trail")}`,
    recorded: base("recorded"),
    upload: `/api${base("files")}`,
    file: (file: string) => `/api${base("files", file)}`,
  };
}

export const paths = {
  home: "/",
  signIn: "/sign-in",
  signInByProvider: "/sign-in/organisation",
  /** Where somebody waits who is signed in and has no role yet. */
  waiting: "/waiting",
  /** Says that a proof through the provider is done; it was asked for in another tab. */
  proven: "/sign-in/proven",
  providerCallback: (org: string) => `/api${at("sign-in", org)}`,
  proveByProvider: (org: string) => `/api${at("sign-in", org, "prove")}`,
  /** Where a request that was turned away before anybody read it is answered. */
  refused: "/api/refused",
  setup: "/setup",
  invitation: (token: string) => at("invitation", token),
  reset: (token: string) => at("reset", token),
  verify: "/verify",
  publicCertificate: (token: string) => at("v", token),
  org: (org: string) => at(org),
  projects: (org: string) => at(org, "projects"),
  newProject: (org: string) => at(org, "projects", "new"),
  project: pathsOfProject,
  profile: (org: string) => at(org, "profile"),
  site: (org: string, site: string) => at(org, "profile", "sites", site),
  people: (org: string) => at(org, "people"),
  signInProvider: (org: string) => at(org, "sign-in-provider"),
  account: (org: string) => at(org, "account"),
  secondFactor: (org: string) => at(org, "account", "second-factor"),
  demo: (org: string) => at(org, "demo"),
  bodies: (org: string) => at(org, "bodies"),
  newBody: (org: string) => at(org, "bodies", "new"),
  body: (org: string, body: string) => at(org, "bodies", body),
  requests: (org: string) => at(org, "requests"),
  request: (org: string, project: string) => at(org, "requests", project),
  myAudits: (org: string) => at(org, "audits"),
  verifyQueue: (org: string) => at(org, "verify"),
  decisions: (org: string) => at(org, "decisions"),
  anchors: (org: string) => `/api${at(org, "anchors")}`,
  certificates: (org: string) => at(org, "certificates"),
  actions: (org: string) => at(org, "actions"),
  action: (org: string, action: string) => at(org, "actions", action),
};
