/** A replay asked for something that the recording does not hold. Nothing was sent anywhere. */
export class RecordingMismatch extends Error {
  override readonly name = 'RecordingMismatch';
}
