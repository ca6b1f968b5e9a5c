import ExcelJS from 'exceljs'

/**
 * An xlsx as the library holds it. The bytes are copied: a Buffer is often a window on a larger block, and the library
 * reads the whole block behind it. Throws what the library throws on what is no workbook.
 */
export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  return workbook
}
