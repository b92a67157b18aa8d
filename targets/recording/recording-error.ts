/** A file that is no recording, or none that this version can play: a sentence fragment that says why. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}
