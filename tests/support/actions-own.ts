import type { Names } from "./actions-table";

/** The actions of the open doors and of an organisation itself; those of projects are in actions-table.ts. */
export const ownActions: Record<string, Record<string, Names>> = {
  "app/(public)/answer/[token]/actions.ts": {
    answerByLink: "public",
    declineByLink: "public",
    askByLink: "public",
  },
  "app/(public)/invitation/[token]/actions.ts": {
    acceptInvitation: "public",
  },
  "app/(public)/reset/actions.ts": {
    askForReset: "public",
  },
  "app/(public)/reset/[token]/actions.ts": {
    resetPassword: "public",
  },
  "app/(public)/sign-in/actions.ts": {
    beginPasskeySignIn: "public",
  },
  "app/(public)/sign-in/organisation/actions.ts": {
    signInByProvider: "public",
  },
  "app/(public)/setup/actions.ts": {
    setUp: "public",
  },
  "app/(workspace)/[org]/account/actions.ts": {
    changePassword: "own",
    endSignIn: "member",
    endAllSignIns: "own",
    setUpApp: "own",
    makeRecoveryCodes: "own",
    removeApp: "own",
    addPasskey: "own",
    removePasskey: "member",
    proveNow: "own",
  },
  "app/(workspace)/[org]/bodies/actions.ts": {
    addBody: "own",
    editBody: "member",
    saveAccreditation: "member",
    removeAccreditation: "member",
    // A body on CertTrail is open to every client; the note stays with whoever writes it.
    addBodyNote: "own",
    removeBodyNote: "member",
    inviteToConnect: "member",
  },
  "app/(workspace)/[org]/bodies/import/actions.ts": {
    importRegister: "own",
  },
  "app/(workspace)/[org]/demo/actions.ts": {
    removeDemo: "own",
  },
  "app/(workspace)/[org]/messages/actions.ts": {
    markAllRead: "own",
    sendAgain: "member",
  },
  "app/(workspace)/[org]/people/actions.ts": {
    invitePerson: "own",
    makeResetLink: "member",
    changeRoles: "member",
    setActive: "member",
  },
  "app/(workspace)/[org]/people/[person]/actions.ts": {
    recordCompetence: "member",
    withdrawCompetence: "member",
    declareTie: "member",
    endTie: "member",
    decideTie: "member",
  },
  "app/(workspace)/[org]/policy/actions.ts": {
    editPolicy: "own",
  },
  "app/(workspace)/[org]/profile/actions.ts": {
    editProfile: "own",
    addSite: "own",
    editSite: "member",
    retireSite: "member",
  },
  "app/(workspace)/[org]/sign-in-provider/actions.ts": {
    setProvider: "own",
    removeProvider: "own",
    requireProvider: "own",
    addDomain: "own",
    verifyDomain: "member",
    removeDomain: "member",
  },
};
