export { classifyTenant } from "./classify-tenant.ts";
export { CONFIDENCE, errorBound } from "./error-bound.ts";
export { type NamedTenantColumns, tenantReader, WHOLE } from "./read-tenant.ts";
export {
  type ClassifiedTenant,
  type TenantClass,
  type TenantEvidence,
  type TenantHit,
  type TenantRow,
  tenantEvidenceKinds,
} from "./tenant.ts";
export { guessTenantColumns, type TenantField, tenantFields } from "./tenant-columns.ts";
export { type ClassTotal, TenantSums, tenantMix } from "./tenant-mix.ts";
