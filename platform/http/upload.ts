import type { FastifyRequest } from 'fastify'
import { invalid } from './problem.ts'

export interface Upload {
  name: string
  bytes: Buffer
}

/** The one file that a request brings. Throws invalid input, in these words at `field`, where it brings none. */
export async function uploadIn(
  request: FastifyRequest,
  words = '请选择要上传的文件',
  field = 'file',
): Promise<Upload> {
  const upload = request.isMultipart() ? await request.file() : undefined
  if (!upload) throw invalid([{ field, message: words }])
  return { name: upload.filename, bytes: await upload.toBuffer() }
}
