import { countOf, onDay, told } from "./event-text";

type Person = {
  person: string;
};

const noteWords: Record<string, string> = {
  experience: "an own experience",
  reference: "the answer of a reference",
  complaint: "a public complaint or suspension",
  check: "an own check of the accreditation",
};

/** Acts that are no commands of a machine: people, profiles, files, recorded acts. */
export const otherEvents = {
  "project.start": told<{ standard: string }>(
    "Project started",
    ({ standard }) => `started the project for ${standard}`,
  ),
  "project.edit": told<{ fields: string }>(
    "Project edited",
    ({ fields }) => `changed ${fields} of the project`,
  ),
  "scope.save": told<{ no: number; persons: number; days: string }>(
    "Audit time estimated",
    ({ no, persons, days }) =>
      `saved version ${no} of the scope profile: ${countOf(persons, "person counts", "persons count")}, ${days} for the initial audit`,
  ),
  "scope.send": told<{ no: number }>(
    "Changes of the scope sent",
    ({ no }) => `told the bodies asked version ${no} of the scope profile`,
  ),
  "organisation.create": told<{ organisation: string }>(
    "Organisation created",
    ({ organisation }) => `created the organisation ${organisation}`,
  ),
  "organisation.edit": told<{ fields: string }>(
    "Profile edited",
    ({ fields }) => `changed ${fields} of the organisation's profile`,
  ),
  "site.edit": told<{ site: string }>("Site edited", ({ site }) => `changed the site ${site}`),
  "policy.edit": told<{ fields: string }>("Policy edited", ({ fields }) => `changed the policy: ${fields}`),
  "register.addBody": told<{ body: string }>(
    "Body registered",
    ({ body }) => `added ${body} to the register of bodies`,
  ),
  "register.editBody": told<{ body: string }>("Body edited", ({ body }) => `changed the entry of ${body}`),
  "register.editAccreditation": told<{ body: string }>(
    "Accreditation edited",
    ({ body }) => `changed an accreditation of ${body}`,
  ),
  "register.import": told<{ bodies: number }>(
    "Register imported",
    ({ bodies }) => `imported ${countOf(bodies, "body", "bodies")} into the register from a file`,
  ),
  "register.addNote": told<{ body: string; kind: string }>(
    "Body noted on",
    ({ body, kind }) => `noted ${noteWords[kind] ?? "something"} on ${body}`,
  ),
  "register.removeNote": told<{ body: string; kind: string }>(
    "Note on a body removed",
    ({ body, kind }) => `took away ${noteWords[kind] ?? "something"} on ${body}`,
  ),
  "proposal.invite": told<{ body: string }>("Invitation sent", ({ body }) => `invited ${body} to propose`),
  "proposal.remind": told<{ body: string }>("Body reminded", ({ body }) => `reminded ${body} of the request`),
  "proposal.attach": told<{ name: string }>(
    "Document added to the request",
    ({ name }) => `added ${name} to the request for proposals`,
  ),
  "proposal.detach": told<{ name: string }>(
    "Document taken from the request",
    ({ name }) => `took ${name} from the request for proposals before it was sent`,
  ),
  "proposal.convert": told<{ rates: string; on: string }>(
    "Rates entered",
    ({ rates, on }) => `entered rates of ${onDay(on)} to compare the offers: ${rates}`,
  ),
  "proposal.weigh": told<{ weights: string }>(
    "Offers weighed",
    ({ weights }) => `set how the offers are weighed: ${weights}`,
  ),
  "proposal.mark": told<{ body: string; what: string; standing: string }>(
    "Statement marked",
    ({ body, what, standing }) => `marked what ${body} says as ${standing}: ${what}`,
  ),
  "proposal.note": told<{ body: string; how: string }>(
    "Note on an offer",
    ({ body, how }) => `${how} an own note on the offer of ${body}`,
  ),
  "soa.edit": told<{ field: string; controls: string }>(
    "Statement of Applicability edited",
    ({ field, controls }) => `changed the ${field} of ${controls} in the Statement of Applicability`,
  ),
  "soa.addControl": told<{ controls: string }>(
    "Own control added",
    ({ controls }) => `added the own control ${controls} to the Statement of Applicability`,
  ),
  "soa.removeControl": told<{ controls: string }>(
    "Own control removed",
    ({ controls }) => `removed the own control ${controls} from the Statement of Applicability`,
  ),
  "soa.import": told<{ file: string; count: number }>(
    "Statement of Applicability imported",
    ({ file, count }) =>
      `imported ${countOf(count, "control", "controls")} of the Statement of Applicability from ${file}`,
  ),
  "soa.approve": told<{ version: string; approvedOn: string }>(
    "Statement of Applicability approved",
    ({ version, approvedOn }) => `approved Statement of Applicability ${version} as of ${onDay(approvedOn)}`,
  ),
  "proposal.link": told<{ body: string; recipient: string; lastDay: string }>(
    "Answer link made",
    ({ body, recipient, lastDay }) =>
      `made a link by which ${recipient} can answer for ${body} until ${onDay(lastDay)}`,
  ),
  "proposal.unlink": told<{ body: string }>(
    "Answer link ended",
    ({ body }) => `ended the link by which ${body} can answer`,
  ),
  "proposal.ask": told<{ body: string }>("Question asked", ({ body }) => `asked a question for ${body}`),
  "proposal.tell": told<{ count: number }>(
    "Bodies told",
    ({ count }) => `told ${countOf(count, "body", "bodies")} that another was chosen`,
  ),
  "proposal.answer": told("Question answered", "answered a question for all invited bodies"),
  "member.invite": told<{ email: string; roles: string }>(
    "Person invited",
    ({ email, roles }) => `invited ${email} as ${roles}`,
  ),
  "member.join": told<{ organisation: string }>(
    "Person joined",
    ({ organisation }) => `joined ${organisation}`,
  ),
  "member.changeRoles": told<Person & { roles: string }>(
    "Roles changed",
    ({ person, roles }) => `changed the roles of ${person} to ${roles}`,
  ),
  "member.deactivate": told<Person>("Person deactivated", ({ person }) => `deactivated ${person}`),
  "member.reactivate": told<Person>("Person reactivated", ({ person }) => `reactivated ${person}`),
  "account.changePassword": told<{ sessions: number }>(
    "Password changed",
    ({ sessions }) =>
      `changed the own password, which ended ${countOf(sessions, "other sign-in", "other sign-ins")}`,
  ),
  "account.makeResetLink": told<Person>(
    "Reset link made",
    ({ person }) => `made a link by which ${person} sets a new password`,
  ),
  "account.resetPassword": told<{ sessions: number }>(
    "Password reset",
    ({ sessions }) => `set a new password by a link, which ended ${countOf(sessions, "sign-in", "sign-ins")}`,
  ),
  "account.addFactor": told<{ factor: string }>(
    "Second factor set up",
    ({ factor }) => `set up ${factor} for the own account`,
  ),
  "account.removeFactor": told<{ factor: string }>(
    "Second factor removed",
    ({ factor }) => `removed ${factor} from the own account`,
  ),
  "account.endSessions": told<{ sessions: number }>(
    "Sign-ins ended",
    ({ sessions }) => `ended ${countOf(sessions, "own sign-in", "own sign-ins")}`,
  ),
  "provider.set": told<{ issuer: string }>(
    "Sign-in provider set",
    ({ issuer }) => `set ${issuer} as the provider that people sign in through`,
  ),
  "provider.remove": told<{ issuer: string; sessions: number }>(
    "Sign-in provider removed",
    ({ issuer, sessions }) =>
      `removed the sign-in provider ${issuer}, which ended ${countOf(sessions, "sign-in", "sign-ins")}`,
  ),
  "provider.require": told<{ domains: string }>(
    "Sign-in provider required",
    ({ domains }) => `required the sign-in provider for addresses at ${domains}`,
  ),
  "provider.allow": told<Record<string, never>>(
    "Other sign-ins allowed",
    () => "allowed other ways to sign in than the provider again",
  ),
  "provider.addDomain": told<{ domain: string }>(
    "Domain added",
    ({ domain }) => `added ${domain} to the domains of the sign-in provider`,
  ),
  "provider.verifyDomain": told<{ domain: string }>(
    "Domain verified",
    ({ domain }) => `verified by DNS that the organisation holds ${domain}`,
  ),
  "provider.removeDomain": told<{ domain: string }>(
    "Domain removed",
    ({ domain }) => `removed ${domain} from the domains of the sign-in provider`,
  ),
  "provider.link": told<{ issuer: string }>(
    "Account linked",
    ({ issuer }) => `signed in through ${issuer} for the first time, with the account there was`,
  ),
  "provider.join": told<{ issuer: string }>(
    "Newcomer signed in",
    ({ issuer }) => `signed in through ${issuer} for the first time and waits for a role`,
  ),
  "tie.declare": told<Person>(
    "Tie declared",
    ({ person }) => `declared earlier work of ${person} for the client`,
  ),
  "file.store": told<{ name: string }>("File stored", ({ name }) => `stored the file ${name}`),
  "file.read": told<{ name: string }>("File read", ({ name }) => `opened the file ${name}`),
  "report.read": told<{ report: string }>("Report read", ({ report }) => `opened ${report}`),
  "project.export": told("Project downloaded", "downloaded everything their side may see of the project"),
  "body.connect": told<{ body: string }>("Body connected", ({ body }) => `connected ${body} to the project`),
  "record.confirm": told<{ act: string; on: string }>(
    "Recorded act confirmed",
    ({ act, on }) => `confirmed what the client recorded for ${onDay(on)}: ${act}`,
  ),
  "record.correct": told<{ act: string; reason: string }>(
    "Recorded act corrected",
    ({ act, reason }) => `corrected what the client recorded (${act}): ${reason}`,
  ),
  "demo.remove": told<{ count: number }>(
    "Demo removed",
    ({ count }) => `removed the demo with ${countOf(count, "project", "projects")}`,
  ),
};
