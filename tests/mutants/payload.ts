import Link from "next/link";
import { isValidElement, type ReactElement } from "react";
import { CLIENT_PART } from "./removable";

type Part = ((props: object) => unknown) & { [CLIENT_PART]?: true };

/**
 * Everything that a page sends: the text it draws on the server and all that it hands to parts that run in the browser.
 * The parts of the server are run one by one, those of the browser stay closed, as React itself does it.
 */
export async function payloadOf(node: unknown): Promise<string> {
  const value = await node;
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "function")
    return "";
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (isValidElement(value)) return await payloadOfElement(value);
  const values = Symbol.iterator in value ? [...(value as Iterable<unknown>)] : Object.values(value);
  const texts: string[] = [];
  for (const one of values) texts.push(await payloadOf(one));
  return texts.join("\n");
}

async function payloadOfElement({ type, props }: ReactElement): Promise<string> {
  const part = type as unknown as Part;
  const isOfServer = typeof part === "function" && !part[CLIENT_PART] && type !== Link;
  return await payloadOf(isOfServer ? part(props as object) : (props as object));
}
