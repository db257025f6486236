/** Something whoever starts CertTrail can mend; the message is a sentence that says how. Printed without a stack. */
export class Refusal extends Error {}
