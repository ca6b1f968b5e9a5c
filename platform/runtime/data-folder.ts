import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Obstacle } from './obstacle.ts'

export const projectFolder = resolve(import.meta.dirname, '../..')

/** The folder that holds everything the program keeps: GONGKAI_DATA, or `data` in the project. */
export function dataFolder(): string {
  return resolve(projectFolder, process.env.GONGKAI_DATA || 'data')
}

/** Makes a folder and gives its path back; an Obstacle where it cannot be made or written. */
export function writableFolder(...parts: [string, ...string[]]): string {
  const folder = join(...parts)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return folder
  } catch {
    throw new Obstacle('dataNotWritable', folder)
  }
}
