import { createHash } from 'node:crypto';
import { documents } from '../specs/documents.ts';
import type { Requirement } from '../specs/requirements/index.ts';
import type { RunReport } from '../results/report.ts';
import { sorted } from '../results/serialise.ts';
import type { ReportOptions } from './text/options.ts';
import type { UnmetRequirement } from './view/breakdown.ts';
import { viewOf, type RunView } from './view/run-view.ts';
import { visible } from './view/visible.ts';

/** Where the result of a run against an address is shown: SARIF and GitHub want a file in the repository. */
const stead = 'package.json';

/** SARIF 2.1.0 for code scanning: a rule per requirement that does not hold, a result per finding. */
export function renderSarif(report: RunReport, options: ReportOptions = {}): string {
  const view = viewOf(report, options.requirementOf);
  const { failures, known, warnings } = view.breakdown;
  const unmet = [...failures, ...known, ...warnings];
  const { header, footer } = report;
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'timecard-conformance',
            semanticVersion: visible(header.suiteVersion),
            rules: unmet.map(({ requirement }) => ruleOf(requirement)),
          },
        },
        automationDetails: { id: `timecard-conformance/${header.apiVersion}/` },
        invocations: [
          {
            executionSuccessful: footer.verdict !== 'inconclusive',
            exitCode: footer.exitCode,
            startTimeUtc: visible(header.startedAt),
          },
        ],
        results: unmet.map((row, index) => resultOf(row, index, view)),
        columnKind: 'utf16CodeUnits',
      },
    ],
  };
  return `${JSON.stringify(sorted(document), null, 2)}\n`;
}

function ruleOf({ id, statement, level, sources }: Requirement) {
  const [source] = sources;
  return {
    id,
    name: id.replaceAll('-', ''),
    shortDescription: { text: statement },
    fullDescription: { text: source === undefined ? statement : `${statement} ${source.says}` },
    help: { text: `${statement} "timecard-conformance requirements ${id}" tells its sources.` },
    ...(source === undefined ? {} : { helpUri: documents[source.document].url }),
    defaultConfiguration: { level: level === 'MUST' ? 'error' : 'warning' },
    properties: { tags: [level, 'contract'] },
  };
}

function resultOf(
  { requirement: { id, statement }, finding }: UnmetRequirement,
  ruleIndex: number,
  { breakdown, report }: RunView,
) {
  const isWarning = breakdown.warnings.some(({ requirement }) => requirement.id === id);
  const known = breakdown.known.some(({ requirement }) => requirement.id === id)
    ? report.footer.baseline?.find(({ requirement }) => requirement === id)
    : undefined;
  const entry = finding?.entry;
  const seen =
    finding === undefined
      ? 'It does not hold.'
      : `${finding.place}: expected ${finding.expected}, actual ${finding.actual}.`;
  const where = entry === undefined ? '' : ` Entry ${entry.number} of the file shows it.`;
  return {
    ruleId: id,
    ruleIndex,
    level: isWarning ? 'warning' : 'error',
    message: { text: `${statement} ${seen}${where}` },
    locations: [
      { physicalLocation: { artifactLocation: { uri: uriOf(entry?.file ?? stead) }, region: { startLine: 1 } } },
    ],
    partialFingerprints: {
      'requirementAndPlace/v1': createHash('sha256')
        .update(`${id} ${finding?.pointer ?? ''}`)
        .digest('hex')
        .slice(0, 32),
    },
    ...(known === undefined
      ? {}
      : { suppressions: [{ kind: 'external', justification: visible(known.reason ?? 'known') }] }),
  };
}

/** A path as a reference of a URI, below the root of the repository where it is relative. */
function uriOf(path: string): string {
  const isAbsolute = /^([A-Za-z]:)?[\\/]/.test(path);
  const encoded = path.replaceAll('\\', '/').split('/').map(encodeWellFormed).join('/');
  return isAbsolute ? `file:///${encoded.replace(/^\//, '')}` : encoded;
}

function encodeWellFormed(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '\uFFFD'));
}
