/** Whether a pipeline runs this: `CI` is set there, and tools that read it take some words for "not set". */
export function isInCi(environment: NodeJS.ProcessEnv): boolean {
  return !/^(|false|0|no)$/i.test(environment['CI'] ?? '');
}
