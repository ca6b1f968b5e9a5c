/** Raised when the reader reads otherwise than before: originals that were kept can then be read again. */
export const readerVersion = 2
