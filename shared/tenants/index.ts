export { classifyTenant } from "./classify-tenant.ts";
export { errorBound } from "./error-bound.ts";
export { type NamedTenantColumns, tenantReader, WHOLE } from "./read-tenant.ts";
export {
  type ClassifiedTenant,
  type TenantClass,
  type TenantHit,
  type TenantRow,
  tenantEvidenceKinds,
} from "./tenant.ts";
export { tenantFields } from "./tenant-columns.ts";
export { TenantSums, tenantMix } from "./tenant-mix.ts";
