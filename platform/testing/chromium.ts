import { execFile } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectFolder } from '#platform/runtime/data-folder.ts'
import { madeOnce } from '#platform/runtime/made-once.ts'

/** A Chromium that arrived from npm, unpacked, with what it must find in its environment. */
export type Chromium = { executablePath: string; env: Record<string, string> }

const packages = join(projectFolder, 'node_modules')
const source = join(packages, '@sparticuz/chromium')

/** Unpacks the browser once (about three seconds), beside the dependencies or in a temporary folder. */
export async function unpackedChromium(): Promise<Chromium> {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const folder = join(shelf(), `chromium-${version}`)
  await madeOnce(folder, unpack)
  const fontConfig = writeFontConfig(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      HOME: folder,
      // Without it the names of downloads keep no Chinese.
      LANG: 'C.UTF-8',
      PATH: process.env.PATH ?? '',
      TZ: 'Asia/Shanghai',
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: fontConfig,
    },
  }
}

function shelf(): string {
  const beside = join(packages, '.cache')
  try {
    mkdirSync(beside, { recursive: true })
    accessSync(beside, constants.W_OK)
    return beside
  } catch {
    const own = join(tmpdir(), `gongkai-browser-${process.getuid?.()}`)
    mkdirSync(own, { recursive: true, mode: 0o700 })
    return own
  }
}

// The package unpacks into TMPDIR, so a process with another TMPDIR does it.
async function unpack(folder: string): Promise<void> {
  const script = `import { inflate } from '@sparticuz/chromium'
    for (const part of ['chromium', 'al2023.tar', 'fonts.tar']) await inflate(process.argv[1] + '/' + part + '.br')`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, join(source, 'bin')], {
    cwd: projectFolder,
    env: { ...process.env, TMPDIR: folder },
  })
  await promisify(execFile)('chmod', ['-R', 'a+rX', folder])
}

// A bare machine has no Chinese font: without one, pictures of pages show boxes.
function writeFontConfig(folder: string): string {
  const sans = join(packages, '@expo-google-fonts/noto-sans-sc')
  const folders = [
    join(folder, 'fonts'),
    ...[join(packages, '@expo-google-fonts/noto-serif-sc'), sans].flatMap((family) =>
      ['400Regular', '700Bold'].map((weight) => join(family, weight)),
    ),
  ].filter((each) => existsSync(each))
  const alias = (family: string, font: string): string =>
    `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`
  const sansFont = existsSync(sans) ? 'Noto Sans SC' : 'Noto Serif SC'
  const aliases = [
    ...['sans-serif', 'PingFang SC', 'Microsoft YaHei', 'system-ui', 'monospace'].map((each) =>
      alias(each, sansFont),
    ),
    ...['serif', 'Source Han Serif SC', 'Songti SC', 'SimSun'].map((each) => alias(each, 'Noto Serif SC')),
  ]
  const half = join(folder, `fonts-${process.pid}.conf`)
  writeFileSync(
    half,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((each) => `<dir>${each}</dir>`).join('')}<cachedir>${join(folder, 'font-cache')}</cachedir>
${aliases.join('')}</fontconfig>`,
  )
  renameSync(half, join(folder, 'chinese.conf'))
  return join(folder, 'chinese.conf')
}
