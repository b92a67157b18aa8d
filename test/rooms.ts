/** A folder of the code, and what it is for: one line, as the README tells it. */
export interface Room {
  readonly name: string;
  readonly purpose: string;
}

/** In the order of the data: a room imports only from itself and from rooms above it. */
export const line: readonly Room[] = [
  { name: 'traffic', purpose: 'what passes between a client and a time clock, and the facts of an exchange' },
  { name: 'specs', purpose: 'what Graph promises: OpenAPI documents, requirements, examples, contradictions. Data' },
  { name: 'judgements', purpose: 'what can be said of a requirement: judgement, finding, verdict, cause. Types' },
  { name: 'schemas', purpose: 'JSON Schemas, types and validators, derived from the OpenAPI documents' },
  { name: 'arbitraries', purpose: 'generated bodies: valid, at the edges, and broken in exactly one place' },
  { name: 'model', purpose: 'what a time clock may answer after what went before' },
  {
    name: 'targets',
    purpose: 'how a request reaches what is judged, and how its answer is captured. The only network',
  },
  { name: 'checks', purpose: 'one check per requirement: looks at exchanges, says whether it holds' },
  { name: 'engine', purpose: 'plans traffic, sends it, has it judged, finds the smallest reproduction' },
  {
    name: 'clients',
    purpose: 'client libraries: the protocol of drivers, scripted answers, their judgement; a folder for each driver',
  },
  { name: 'results', purpose: 'the result stream, verdicts, scores, exit codes' },
  { name: 'reporters', purpose: 'pure functions from results to text' },
  { name: 'cli', purpose: 'one file per command. The only place that reads arguments and sets an exit code' },
  { name: 'suites', purpose: 'requirements as tests of vitest, for projects that want them there' },
];

/** Rooms beside the line, with the only rooms that they may import. */
export const beside: readonly (Room & { readonly imports: readonly string[] })[] = [
  {
    name: 'reference',
    purpose: 'an honest time clock in memory, which knows neither the checks nor the model',
    imports: ['traffic', 'specs', 'schemas/generated'],
  },
  {
    name: 'faults',
    purpose: 'named defects of the reference server, each with the requirement that must catch it',
    imports: ['traffic', 'specs', 'reference'],
  },
];

/** Who in the line may use a room beside it. */
export const users: Readonly<Record<string, readonly string[]>> = {
  reference: ['targets', 'cli'],
  faults: ['cli'],
};

/**
 * Folders within a room, in the order of the data: each imports only from those before it. `.` are the files that stand in the
 * room itself.
 */
export const foldersWithin: Readonly<Record<string, readonly string[]>> = {
  reporters: ['view', 'markup', 'text', '.', 'console', 'diff', 'side-by-side'],
};
