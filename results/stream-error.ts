/** What is wrong with a result stream. */
export type ResultStreamFault =
  | 'empty'
  | 'noHeader'
  | 'secondHeader'
  | 'unknownFormat'
  | 'notJson'
  | 'notALine'
  | 'duplicateVerdict'
  | 'unknownRequirement'
  | 'afterFooter'
  | 'cutOff';

/** A result stream that cannot be read. The message is one sentence that says what is wrong and, where it helps, what to do. */
export class ResultStreamError extends Error {
  override readonly name = 'ResultStreamError';
  readonly fault: ResultStreamFault;

  constructor(fault: ResultStreamFault, sentence: string) {
    super(sentence);
    this.fault = fault;
  }
}
