import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { printedParagraphs } from '#platform/documents/docx-text.ts'
import { tidy } from '#platform/testing/browser.ts'
import { says } from './days/desk.ts'
import { aDay } from './days/office.ts'

const title = '政府信息公开申请答复书'

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ])
  return readFile(await download.path())
}

/** The same file as somebody saved it in Word after a change. */
function changed(docx: Uint8Array, edit: (xml: string) => string): string {
  const parts = unzipSync(docx)
  const xml = edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
  const path = join(tmpdir(), `gongkai-template-${process.pid}-${Math.round(performance.now())}.docx`)
  writeFileSync(path, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
  return path
}

test(
  'an office downloads a template, edits it in Word, is told what is missing, and takes it into use',
  aDay('2026-03-02', async (office) => {
    const { page } = await office.desk('head', [422])
    await page.goto(`${office.address}/console/${office.organId}/settings/templates`)
    const kind = page
      .locator('details', { hasText: title })
      .filter({ has: page.locator('summary') })
      .first()
    await kind.locator('summary').first().click()
    const own = await downloaded(page, '下载程序自带的模板')
    const upload = page.getByLabel('上传改好的模板（.docx）').locator('visible=true')

    await upload.setInputFiles(changed(own, (xml) => xml.replace('{{救济}}', '')))
    await page.getByRole('alert').getByText('缺少{{救济}}（救济告知，').waitFor()
    await tidy(page, 'console-templates-refused-1280')

    await upload.setInputFiles(
      changed(own, (xml) => xml.replace('{{联系}}', '清溪县民政局一楼大厅 {{联系}}')),
    )
    await page.getByText('已启用第1版').waitFor()
    await page.getByText('本机关模板第1版').first().waitFor()
    says((printedParagraphs(await downloaded(page, '下载样张')) ?? []).join('\n'), '一楼大厅', '（救济告知，')
    await page.setViewportSize({ width: 375, height: 740 })
    await tidy(page, 'console-templates-375')
    await page.getByRole('button', { name: '停用，改回程序自带的模板' }).click()
    await page.getByText('已停用本机关的模板').waitFor()
  }),
)
