import type { Side, Who } from "./lifecycle/who";

declare const proven: unique symbol;

/**
 * The signed-in person, acting in one organisation. Only requireActor() makes one, afresh from the database on every
 * request; every store function takes it first, so nothing can be read or written without knowing who asks.
 */
export interface Actor extends Who {
  readonly [proven]: true;
  personName: string;
  organisationName: string;
  organisationSlug: string;
  timeZone: string;
  /** Whether the organisation belongs to the demonstration. */
  isDemo?: boolean;
}

/** What the membership row says of a person. */
export interface Standing {
  personId: string;
  personName: string;
  organisationId: string;
  organisationName: string;
  organisationSlug: string;
  kind: Side;
  roles: Who["roles"];
  timeZone: string;
  isDemo?: boolean;
}

/** For lib/session and the demonstration's story alone: a membership that was just read from the database. */
export function actorFrom(standing: Standing): Actor {
  const { kind, ...rest } = standing;
  return { ...rest, side: kind } as unknown as Actor;
}
