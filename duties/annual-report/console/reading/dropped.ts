const entriesIn = (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const some = () => new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail))
  const rest = async (found: FileSystemEntry[]): Promise<FileSystemEntry[]> => {
    const more = await some()
    return more.length === 0 ? found : rest([...found, ...more])
  }
  return rest([])
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((give, fail) => entry.file(give, fail))]
  if (!isFolder(entry)) return []
  const found: File[] = []
  for (const inner of await entriesIn(entry)) found.push(...(await filesOf(inner)))
  return found
}

/** The files that were dropped, those in folders among them. */
export async function filesDropped({ items, files }: DataTransfer): Promise<readonly File[]> {
  // The list is empty as soon as the event is over: the entries are taken out first.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const plain = [...files]
  if (entries.length === 0) return plain
  const found: File[] = []
  for (const entry of entries) found.push(...(await filesOf(entry)))
  return found
}
