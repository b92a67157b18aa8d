import { expect, test } from 'vitest';
import { variants } from '../../reference/variants/index.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { isWhole } from '../one-in.ts';
import { runVariant } from './run-variant.ts';

/** What an application may meet that a user does not: it is refused to confirm without MS-APP-ACTS-AS. */
const telling = ['confirmed-forbidden'];
const rows = isWhole ? variants : variants.filter(({ id }) => telling.includes(id));

test.each(rows.map((one): [string, Variant] => [one.id, one]))(
  '%s is not accused by an application that is alone',
  async (_id, variant) => {
    const apiVersion = variant.versions?.includes('v1.0') === false ? 'beta' : 'v1.0';
    const { accusations } = await runVariant([variant], { knows: 'an application', numRuns: 1, apiVersion });
    const { warns = [] } = variant;
    expect(accusations.filter((one) => !warns.some((id) => one.startsWith(id)))).toEqual([]);
  },
);
