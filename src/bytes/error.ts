/**
 * The bytes are not what the format says they should be. Parsers throw it with the place;
 * `assay/gather` turns it into a blocked fact.
 *
 * @module
 */

export class FormatError extends SyntaxError {
  override readonly name = 'FormatError';
  /** Where in the file or view named by the message, in bytes. */
  readonly offset: number;

  /** `message` reads "Cannot read ⟨thing⟩: ⟨what is⟩ ⟨where⟩". */
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
