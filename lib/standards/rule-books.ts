/** The documents that rule how a certification is carried out, as refusals and reports cite them. */

export const ISO_17021_1 = "ISO/IEC 17021-1:2015";
export const ISO_27006_1 = "ISO/IEC 27006-1:2024";
/** Sampling of organisations with several sites. */
export const IAF_MD_1 = "IAF MD 1";
/** Transfer of a certification to another body. */
export const IAF_MD_2 = "IAF MD 2";
/** Auditing by information and communication technology. */
export const IAF_MD_4 = "IAF MD 4";
/** Audit time for quality, environmental and occupational health and safety management systems. */
export const IAF_MD_5 = "IAF MD 5";
/** Audits of integrated management systems. */
export const IAF_MD_11 = "IAF MD 11";
/** Transition to ISO/IEC 27001:2022. */
export const IAF_MD_26 = "IAF MD 26";
