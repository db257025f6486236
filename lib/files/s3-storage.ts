import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Storage } from "./storage";

/** An answer that takes longer is none: the person is told, and nothing is half kept. */
const CONNECTS_WITHIN_MS = 10_000;
const ANSWERS_WITHIN_MS = 120_000;
const DEFAULT_REGION = "us-east-1";

interface Bucket {
  name: string;
  /** Of a server that speaks S3 without being Amazon's; it names the bucket in the path. */
  endpoint?: string;
  region: string;
}

/** Reads s3://bucket?endpoint=…&region=…. Throws a sentence that says what to write. */
export function parseBucket(url: string): Bucket {
  const wanted =
    "Set STORAGE_URL to s3://bucket?region=… and, for a server of your own, &endpoint=https://….";
  if (!URL.canParse(url)) throw new Error(wanted);
  const { protocol, host, pathname, searchParams, username, password } = new URL(url);
  if (username || password) {
    throw new Error(
      "STORAGE_URL holds no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead.",
    );
  }
  const endpoint = searchParams.get("endpoint") ?? undefined;
  const isEndpoint = endpoint === undefined || (URL.canParse(endpoint) && /^https?:/.test(endpoint));
  if (protocol !== "s3:" || !host || !["", "/"].includes(pathname) || !isEndpoint) throw new Error(wanted);
  return { name: host, endpoint, region: searchParams.get("region") ?? DEFAULT_REGION };
}

/** Keeps bytes in a bucket of S3 or of a server that speaks it; credentials come from the SDK's usual environment. */
export function openBucket(url: string): Storage {
  const { name: Bucket, endpoint, region } = parseBucket(url);
  // Loaded when it is first used: whoever keeps files in a folder does not carry it.
  let opened: Promise<{ sdk: typeof import("@aws-sdk/client-s3"); client: S3Client }> | null = null;
  const open = () => {
    opened ??= import("@aws-sdk/client-s3").then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region,
        endpoint,
        forcePathStyle: endpoint !== undefined,
        // Other servers do not know the newer checksums; the SHA-256 of the bytes is in their key.
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
        requestHandler: { connectionTimeout: CONNECTS_WITHIN_MS, requestTimeout: ANSWERS_WITHIN_MS },
      }),
    }));
    return opened;
  };
  return {
    async put(key, path, { size }) {
      const { sdk, client } = await open();
      const Body = createReadStream(path);
      await client.send(new sdk.PutObjectCommand({ Bucket, Key: key, Body, ContentLength: size }));
    },
    async get(key) {
      const { sdk, client } = await open();
      const found = await orNull(client.send(new sdk.GetObjectCommand({ Bucket, Key: key })));
      if (!found) return null;
      if (!(found.Body instanceof Readable)) throw new Error("The storage answered without bytes.");
      return found.Body;
    },
    async has(key) {
      const { sdk, client } = await open();
      return (await orNull(client.send(new sdk.HeadObjectCommand({ Bucket, Key: key })))) !== null;
    },
    async *list() {
      const { sdk, client } = await open();
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket })) {
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key && LastModified) yield { key: Key, changedAt: LastModified };
        }
      }
    },
    async remove(key) {
      const { sdk, client } = await open();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }));
    },
    async check() {
      try {
        const { sdk, client } = await open();
        await client.send(new sdk.HeadBucketCommand({ Bucket }));
      } catch (error) {
        const why = error instanceof Error ? error.name : "no answer";
        const where = endpoint ?? `region ${region}`;
        throw new Error(
          `The bucket ${Bucket} of STORAGE_URL cannot be reached at ${where} (${why}). Check its name, the endpoint, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
          { cause: error },
        );
      }
    },
  };
}

const NOT_THERE = ["NoSuchKey", "NotFound"];

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && NOT_THERE.includes(error.name)) return null;
    throw error;
  }
}
