import { onDay, type Reasoned, told } from "./event-text";

type Certificate = {
  number: string;
};
type Changed = Certificate & Reasoned;

/** What happened to a certificate. */
export const certificateEvents = {
  "certificate.issue": told<Certificate & { effectiveFrom: string; expiresOn: string }>(
    "Certificate issued",
    ({ number, effectiveFrom, expiresOn }) =>
      `issued certificate ${number}, valid from ${onDay(effectiveFrom)} to ${onDay(expiresOn)}`,
  ),
  "certificate.surveillancePassed": told<Certificate>(
    "Maintained after surveillance",
    ({ number }) => `maintained certificate ${number} after surveillance`,
  ),
  "certificate.expire": told<Certificate>(
    "Certificate expired",
    ({ number }) => `let certificate ${number} expire`,
  ),
  "certificate.endTransition": told<Certificate>(
    "Ended with the edition",
    ({ number }) => `ended certificate ${number} with the transition of its edition`,
  ),
  "certificate.renew": told<Certificate & { expiresOn: string }>(
    "Certificate renewed",
    ({ number, expiresOn }) => `renewed certificate ${number} to ${onDay(expiresOn)}`,
  ),
  "certificate.restoreAfterExpiry": told<Changed>(
    "Certificate restored after expiry",
    ({ number, reason }) => `restored certificate ${number} after its expiry: ${reason}`,
  ),
  "certificate.lapse": told<Certificate>(
    "Certificate lapsed",
    ({ number }) => `let certificate ${number} lapse`,
  ),
  "certificate.requestSuspension": told<Changed>(
    "Suspension asked for",
    ({ number, reason }) => `asked for the suspension of certificate ${number}: ${reason}`,
  ),
  "certificate.suspend": told<Changed & { until: string }>(
    "Certificate suspended",
    ({ number, until, reason }) => `suspended certificate ${number} until ${onDay(until)}: ${reason}`,
  ),
  "certificate.restore": told<Changed>(
    "Certificate restored",
    ({ number, reason }) => `restored certificate ${number}: ${reason}`,
  ),
  "certificate.reduceScope": told<Changed>(
    "Scope reduced",
    ({ number, reason }) => `reduced the scope of certificate ${number}: ${reason}`,
  ),
  "certificate.expandScope": told<Changed>(
    "Scope expanded",
    ({ number, reason }) => `expanded the scope of certificate ${number}: ${reason}`,
  ),
  "certificate.reissue": told<Changed>(
    "Certificate reissued",
    ({ number, reason }) => `reissued certificate ${number}: ${reason}`,
  ),
  "certificate.requestWithdrawal": told<Changed>(
    "Withdrawal asked for",
    ({ number, reason }) => `asked for the withdrawal of certificate ${number}: ${reason}`,
  ),
  "certificate.withdraw": told<Changed>(
    "Certificate withdrawn",
    ({ number, reason }) => `withdrew certificate ${number}: ${reason}`,
  ),
  "certificate.transferOut": told<Certificate & { successor: string }>(
    "Certificate transferred",
    ({ number, successor }) => `closed certificate ${number}, followed by ${successor} of another body`,
  ),
  "certificate.loseAccreditation": told<Changed>(
    "Accreditation lost",
    ({ number, reason }) => `marked certificate ${number} as unaccredited: ${reason}`,
  ),
};
