import type { RequirementId } from '../../specs/requirements/index.ts';

/** The walls at which the share of caught defects is measured: requests of a run. */
export const walls = [25, 50, 150, 300, 430] as const;
export type Wall = (typeof walls)[number];

/** The seeds of a whole measurement; the table tells of the first one's run. */
export const seeds = [1, 2, 3] as const;

/** How often a race is looked for: which of two requests comes first is chance. */
export const attemptsAtRace = 20;

/** What runs make of one defect. Plain data, without times: those differ from machine to machine. */
export interface MeasuredDefect {
  readonly id: string;
  /** The requirements that caught it in a default run: its primary, the other declared ones, then any others. */
  readonly caughtBy: readonly RequirementId[];
  /** Requests up to the end of the case that showed the first violation; absent where nothing was caught. */
  readonly requests?: number;
  /** The finding that tells most: of the first requirement above. */
  readonly reproduction?: {
    readonly exchanges: number;
    readonly minimal: boolean;
    /** Whether its replay, alone on a fresh server, fails again for the same requirement. */
    readonly failsAgain: boolean;
  };
  /** The seeds in which a declared requirement caught it, of `seeds`; for a race the attempts of `attemptsAtRace`. */
  readonly declaredIn: readonly number[];
  /** The walls within which any requirement caught it. */
  readonly within: readonly Wall[];
}

/** What default runs make of one conforming variant. */
export interface MeasuredVariant {
  readonly id: string;
  /** Findings, in words, of the first seed that had one; none for a variant that is not accused. */
  readonly accusations: readonly string[];
}

/** A whole measurement, as it is kept beside the page. */
export interface Measurement {
  readonly defects: readonly MeasuredDefect[];
  readonly variants: readonly MeasuredVariant[];
}

/** What was measured otherwise than before, a line each, and how much was compared. */
export function differences(before: Measurement, now: Measurement): readonly string[] {
  const known = new Map([...before.defects, ...before.variants].map((one) => [one.id, JSON.stringify(one)] as const));
  const measured = [...now.defects, ...now.variants];
  const lines = measured.flatMap((one) => {
    const [was, is] = [known.get(one.id), JSON.stringify(one)];
    return was === is ? [] : [`${one.id}: ${is}, measured last: ${was ?? 'not at all'}`];
  });
  return [...lines, `${measured.length - lines.length} of ${measured.length} as measured last`];
}
