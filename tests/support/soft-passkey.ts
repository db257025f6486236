import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const PRESENT_AND_VERIFIED = 0x05;
const HOLDS_CREDENTIAL = 0x40;
const AAGUID = Buffer.alloc(16);

const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest();

/** What an authenticator answers; a test changes one thing of it and sees the answer refused. */
export interface Answering {
  challenge: string;
  origin?: string;
  rpId?: string;
  counter?: number;
  flags?: number;
}

/** A passkey in software (WebAuthn level 2, ES256, no attestation): answers as a browser hands it on, as JSON. */
export function makeSoftPasskey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credential = randomBytes(32);
  const id = credential.toString("base64url");
  // COSE: key type EC2, algorithm ES256, curve P-256, and the two coordinates.
  const coseKey = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, "base64url"),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, "base64url"),
  ]);

  const clientData = (type: string, { challenge, origin = "http://localhost:3000" }: Answering) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authenticatorData(
    { rpId = "localhost", counter = 0, flags }: Answering,
    more = Buffer.alloc(0),
  ): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags ?? PRESENT_AND_VERIFIED | (more.length > 0 ? HOLDS_CREDENTIAL : 0), 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), head, more]);
  }

  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });

  return {
    id,
    /** The answer to being made. */
    make(answering: Answering): string {
      const length = Buffer.from([0, credential.length]);
      const authData = authenticatorData(answering, Buffer.concat([AAGUID, length, credential, coseKey]));
      // CBOR: a map of fmt "none", an empty statement and the authenticator's data.
      const attestation = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from("fmt"),
        Buffer.from([0x64]),
        Buffer.from("none"),
        Buffer.from([0x67]),
        Buffer.from("attStmt"),
        Buffer.from([0xa0, 0x68]),
        Buffer.from("authData"),
        Buffer.from([0x58, authData.length]),
        authData,
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", answering).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },
    /** The answer to being used. */
    use(answering: Answering): string {
      const data = clientData("webauthn.get", answering);
      const authData = authenticatorData(answering);
      return answer({
        clientDataJSON: data.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: sign("sha256", Buffer.concat([authData, sha256(data)]), privateKey).toString("base64url"),
      });
    },
  };
}
