// Checks a trail downloaded from CertTrail, with Node alone: node verify-bundle.mjs FILE
// Made from lib/trail by npm run trail:verifier; change it there.

// lib/trail/verify-bundle.ts
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

// lib/trail/anchor.ts
import { createHash as createHash2, createPublicKey, sign, verify } from "node:crypto";

// lib/trail/chain.ts
import { createHash } from "node:crypto";
var BEGINNING = { no: 0, hash: "0".repeat(64) };
var MOVED_WITHIN = 1e3;
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
function hashEntry(projectId, entry, no = entry.no) {
  const text = (value) => JSON.stringify(value);
  const { data, recorded } = entry;
  const members = [
    ...[text(projectId), String(no), text(entry.id), text(entry.clientId), text(entry.at)],
    ...[
      text(entry.personId),
      text(entry.personName),
      text(entry.organisationId),
      text(entry.organisationName)
    ],
    ...[text(entry.side), text(entry.kind), text(entry.subjectType), text(entry.subjectId)],
    ...[text(entry.machine), text(entry.fromState), text(entry.toState), data, text(entry.reason)],
    ...[text(entry.audience), ...recorded === null ? [] : [recorded], text(entry.prevHash)]
  ];
  return sha256(`[${members.join(", ")}]`);
}
function startChainCheck(projectId, { after = BEGINNING, anchors = [] } = {}) {
  let last = after;
  let beforeLast = null;
  const anchored = /* @__PURE__ */ new Map();
  for (const anchor of anchors) anchored.set(anchor.no, [...anchored.get(anchor.no) ?? [], anchor]);
  return {
    get last() {
      return last;
    },
    take(entry) {
      const sentence = findGap(entry, last) ?? findChange(projectId, entry, last, beforeLast) ?? findBrokenLink(entry, last) ?? findRewriting(entry, anchored.get(entry.no) ?? []);
      if (sentence) return { no: entry.no, sentence };
      beforeLast = last;
      last = { no: entry.no, hash: entry.hash };
      return null;
    },
    end(head) {
      const sentence = findWrongEnd(last, head) ?? findCut(last, anchors);
      return sentence ? { no: last.no, sentence } : null;
    }
  };
}
function findGap({ no }, last) {
  if (no === last.no + 1) return null;
  if (no <= last.no) return `Entry ${no} comes after entry ${last.no}: the entries are in another order.`;
  return no === last.no + 2 ? `Entry ${last.no + 1} is missing: it was deleted outside CertTrail.` : `Entries ${last.no + 1} to ${no - 1} are missing: they were deleted outside CertTrail.`;
}
function findChange(projectId, entry, last, beforeLast) {
  if (!("data" in entry)) {
    return entry.isWhole === false ? `Entry ${entry.no} was changed: its content does not give its hash.` : null;
  }
  if (hashEntry(projectId, entry) === entry.hash) return null;
  const written = findPlace(projectId, entry);
  if (written === null) return `Entry ${entry.no} was changed: its content does not give its hash.`;
  if (written === entry.no - 1 && entry.prevHash === beforeLast?.hash) {
    return `Entry ${last.no} was inserted: the entry after it was written as entry ${written} and follows entry ${written - 1}.`;
  }
  return `Entry ${written} stands in the place of entry ${entry.no}: the entries were put in another order.`;
}
function findPlace(projectId, entry) {
  for (let distance = 1; distance <= MOVED_WITHIN; distance += 1) {
    for (const no of [entry.no - distance, entry.no + distance]) {
      if (no > 0 && hashEntry(projectId, entry, no) === entry.hash) return no;
    }
  }
  return null;
}
function findBrokenLink({ no, prevHash }, last) {
  if (prevHash === last.hash) return null;
  return no === 1 ? "Entry 1 does not begin the trail: it follows an entry that is not there." : `Entry ${no} does not follow entry ${last.no} as it stands: one of the two was replaced.`;
}
function findRewriting({ no, hash }, anchors) {
  const broken = anchors.find((anchor) => anchor.hash !== hash);
  return broken ? `Entry ${no} is not the one that was anchored at ${broken.at}: the trail was rewritten.` : null;
}
function findWrongEnd(last, head) {
  if (head === null) return last.no === 0 ? null : `The trail has ${last.no} entries and no head.`;
  if (head.no > last.no) {
    return `The trail ends with entry ${last.no}, and its head names entry ${head.no}: the tail was cut.`;
  }
  if (head.no < last.no) {
    return `Entry ${head.no + 1} stands behind the head of the trail, entry ${head.no}: it was inserted outside CertTrail.`;
  }
  return head.hash === last.hash ? null : `The head of the trail is not entry ${last.no} as it stands.`;
}
function findCut(last, anchors) {
  const beyond = anchors.find(({ no }) => no > last.no);
  return beyond ? `The trail ends with entry ${last.no}, and entry ${beyond.no} was anchored at ${beyond.at}: the tail was cut.` : null;
}

// lib/trail/anchor.ts
function textOfHead({
  anchor,
  at,
  project,
  no,
  hash,
  demo
}) {
  return JSON.stringify({ certtrail: "trail head", anchor, at, demo, hash, no, project });
}
function isHeadSigned(head) {
  return isSigned(textOfHead(head), head);
}
function isSigned(text, { publicKey, signature }) {
  const key = readKey(publicKey);
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
}
function readKey(publicKey) {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}
function fingerprint(publicKey) {
  const digest = createHash2("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
}

// lib/trail/bundle.ts
var NO_BUNDLE = "This is no trail bundle of CertTrail. Download the trail again from its page.";
async function checkBundle(lines) {
  let begin = null;
  let check = startChainCheck("");
  const count = { entries: 0, sealed: 0 };
  let fault = null;
  for await (const text of lines) {
    if (text.trim() === "") continue;
    if (begin === null) {
      begin = readBegin(text);
      const unsigned = begin.anchors.find((head) => !isHeadSigned(head) || head.project !== begin?.project);
      if (unsigned) fault = `The anchor of ${unsigned.at} does not carry its signature: it was changed.`;
      check = startChainCheck(begin.project, { anchors: begin.anchors });
      continue;
    }
    if (fault) break;
    const line = readLine(text);
    count["entry" in line ? "entries" : "sealed"] += 1;
    fault = check.take("entry" in line ? line.entry : line.link)?.sentence ?? null;
  }
  if (begin === null) throw new Error(NO_BUNDLE);
  fault ??= check.end(begin.head)?.sentence ?? null;
  const { name, madeFor, madeAt, anchors } = begin;
  const keys = [...new Set(anchors.map(({ publicKey }) => fingerprint(publicKey)))];
  return { name, madeFor, madeAt, ...count, anchors: anchors.length, keys, fault };
}
function readBegin(text) {
  const begin = readJson(text);
  if (begin?.certtrail !== "trail bundle" || begin.version !== 1 || !Array.isArray(begin.anchors) || !begin.head) {
    throw new Error(NO_BUNDLE);
  }
  return begin;
}
function readLine(text) {
  const line = readJson(text);
  if (line === null || !("entry" in line || "link" in line)) {
    throw new Error("A line of the bundle is cut or is no entry. Download the trail again from its page.");
  }
  return line;
}
function readJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

// lib/trail/verify-bundle.ts
async function verifyFile(file) {
  if (!file) {
    console.error("Name the file: node verify-bundle.mjs trail.jsonl");
    return 2;
  }
  try {
    const stream = createReadStream(file, "utf8");
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    const { name, madeFor, madeAt, entries, sealed, anchors, keys, fault } = await checkBundle(lines);
    console.log(`Trail of ${name}, made for ${madeFor} at ${madeAt}`);
    if (fault) {
      console.error(`Not whole: ${fault}`);
      return 1;
    }
    console.log(`Whole: ${entries} entries checked, ${sealed} of the other side followed by their hashes.`);
    if (anchors === 0) console.log("No anchor is in it yet: a trail rewritten as a whole would not be seen.");
    else console.log(`It goes through ${anchors} anchors, signed with key ${keys.join(" and ")}.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
process.exitCode = await verifyFile(process.argv[2]);
