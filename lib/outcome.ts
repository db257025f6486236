import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Refusal } from "./lifecycle/refusal";

/** The thing does not exist, or not for the person who asks: the two are answered alike (404). */
export class NotThere extends Error {
  constructor() {
    super("Nothing is here for the person who asks.");
    this.name = "NotThere";
  }
}

/** One or more rules stand against the act. Nothing was written. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(", "));
    this.name = "Refused";
  }
}

/** Somebody saved a newer version since the page was read. Nothing was written. */
export class Changed extends Error {
  constructor(readonly sentence = "Somebody changed this while you were writing.") {
    super(sentence);
    this.name = "Changed";
  }
}

/** The input needs correcting; keys are field names of the form. Nothing was written. */
export class Rejected extends Error {
  constructor(readonly errors: Readonly<Record<string, string>>) {
    super(Object.keys(errors).join(", "));
    this.name = "Rejected";
  }
}

/** How a person is asked to prove who they are, and what was wrong with the last try. */
export interface ProofAsk {
  /** Left out where a passkey is the only way. */
  by?: "password" | "code";
  /** What the browser needs to use a passkey, or to make the one that is being added. */
  useKey?: PublicKeyCredentialRequestOptionsJSON;
  makeKey?: PublicKeyCredentialCreationOptionsJSON;
  /** Where the person signs in anew through the organisation's provider, in another tab. */
  provider?: string;
  problem?: string;
}

/** The act needs a fresh proof of who asks. Nothing was written; the same form is sent again with the proof. */
export class ProofAsked extends Error {
  constructor(readonly ask: ProofAsk) {
    super("A fresh proof of who asks is needed.");
    this.name = "ProofAsked";
  }
}

/** The password is right, and the sign-in needs a code besides: the message says what about it. */
export class CodeAsked extends Error {
  constructor(readonly reason: "code-needed" | "code-wrong" | "code-locked") {
    super(reason);
    this.name = "CodeAsked";
  }
}

/** The password or passkey is right, and the person's organisation wants the sign-in to come through its provider. */
export class ProviderAsked extends Error {
  constructor() {
    super("provider-needed");
    this.name = "ProviderAsked";
  }
}

/** Something was tried too often; the message says when to try again. Nothing was written. */
export class TooMany extends Error {
  constructor(
    readonly sentence: string,
    readonly secondsLeft: number,
  ) {
    super(sentence);
    this.name = "TooMany";
  }
}

/** The person is not signed in, or the session ended. */
export class SignedOut extends Error {
  constructor() {
    super("The session has ended.");
    this.name = "SignedOut";
  }
}

/** The person must work with a second factor and has not proved one in this session: as good as signed out. */
export class FactorMissing extends SignedOut {
  constructor() {
    super();
    this.name = "FactorMissing";
  }
}
