import type { ClientDefect, ClientVariant } from './client-defect.ts';

export const clientDefects: readonly ClientDefect[] = [];
export const clientVariants: readonly ClientVariant[] = [];
