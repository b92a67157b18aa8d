import { requirement, type Requirement, type RequirementId } from '../../specs/requirements/index.ts';

type Paint = (text: string) => string;

/** What the terminal report paints with; an instance of picocolors fits. */
export interface Colours {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

const plain: Paint = (text) => text;

/** No colours at all: for files, and for readers who asked for none. */
export const noColours: Colours = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };

/** What a reporter may be told besides the report. All of it has a default. */
export interface ReportOptions {
  readonly colours?: Colours;
  /** Columns of the terminal. */
  readonly width?: number;
  /** List observations and every source, not only their number. */
  readonly verbose?: boolean;
  /** Where report files were written, for the line that says so. */
  readonly files?: readonly string[];
  /** Where to look requirements up. */
  readonly requirementOf?: (id: RequirementId) => Requirement;
}

export type RenderSettings = Required<ReportOptions>;

/** Narrower than this, columns of evidence could not be told apart. */
const narrowest = 60;

export function settingsOf(options: ReportOptions): RenderSettings {
  return {
    colours: options.colours ?? noColours,
    width: Math.max(options.width ?? 100, narrowest),
    verbose: options.verbose ?? false,
    files: options.files ?? [],
    requirementOf: options.requirementOf ?? requirement,
  };
}
