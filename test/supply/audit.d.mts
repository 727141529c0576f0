export declare function auditOf(
  all: string,
  shipped: string,
): { readonly fails: boolean; readonly says: string };
