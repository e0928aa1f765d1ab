/**
 * What may leave the house, field by field. `true` lets a value out whole, an object lets out the members it names, an
 * array applies to each item, and `"evidence-ids"` lets out only ids of evidence that the same set carries. Whatever is
 * not named stays inside: an allow-list, so that a field added to the model later is inside until somebody decides.
 */
export type Allow = true | "evidence-ids" | readonly [Allow] | { readonly [key: string]: Allow };
