/** What a file may be: its ending, what it is served as, and what its content must look like. */
export type Kind = { mediaType: string; content: readonly Content[] }

/** A content as recognised from the bytes: an ending known to file-type, or one of our own. */
export type Content = string

const office = 'application/vnd.openxmlformats-officedocument'

/** Accepted endings. No HTML, SVG, scripts, programs or documents with macros. */
export const kinds: Readonly<Record<string, Kind>> = {
  pdf: { mediaType: 'application/pdf', content: ['pdf'] },
  ofd: { mediaType: 'application/ofd', content: ['ofd'] },
  docx: { mediaType: `${office}.wordprocessingml.document`, content: ['docx'] },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, content: ['xlsx'] },
  pptx: { mediaType: `${office}.presentationml.presentation`, content: ['pptx'] },
  doc: { mediaType: 'application/msword', content: ['cfb', 'rtf'] },
  xls: { mediaType: 'application/vnd.ms-excel', content: ['cfb'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', content: ['cfb'] },
  wps: { mediaType: 'application/vnd.ms-works', content: ['cfb', 'docx'] },
  et: { mediaType: 'application/vnd.ms-excel', content: ['cfb', 'xlsx'] },
  dps: { mediaType: 'application/vnd.ms-powerpoint', content: ['cfb', 'pptx'] },
  rtf: { mediaType: 'application/rtf', content: ['rtf'] },
  txt: { mediaType: 'text/plain', content: ['text'] },
  csv: { mediaType: 'text/csv', content: ['text'] },
  jpg: { mediaType: 'image/jpeg', content: ['jpg'] },
  jpeg: { mediaType: 'image/jpeg', content: ['jpg'] },
  png: { mediaType: 'image/png', content: ['png', 'apng'] },
  gif: { mediaType: 'image/gif', content: ['gif'] },
  bmp: { mediaType: 'image/bmp', content: ['bmp'] },
  webp: { mediaType: 'image/webp', content: ['webp'] },
  tif: { mediaType: 'image/tiff', content: ['tif'] },
  tiff: { mediaType: 'image/tiff', content: ['tif'] },
  heic: { mediaType: 'image/heic', content: ['heic'] },
  mp3: { mediaType: 'audio/mpeg', content: ['mp3'] },
  mp4: { mediaType: 'video/mp4', content: ['mp4', 'm4v'] },
  zip: { mediaType: 'application/zip', content: ['zip', 'ofd', 'docx', 'xlsx', 'pptx'] },
  rar: { mediaType: 'application/vnd.rar', content: ['rar'] },
  '7z': { mediaType: 'application/x-7z-compressed', content: ['7z'] },
}
