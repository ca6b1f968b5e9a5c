import { formOf, Problem } from '#platform/console/api.ts'

export interface Uploaded {
  fileId: string
  name: string
  size: number
}

const bodyOf = (text: string): ConstructorParameters<typeof Problem>[1] => {
  try {
    return JSON.parse(text) as ConstructorParameters<typeof Problem>[1]
  } catch {
    return { title: '没有上传', detail: '请稍后再试。' }
  }
}

/** Sends a file and tells how far it is, from 0 to 1. Throws Problem. `fetch` cannot tell; this can. */
export function uploadFile(
  address: string,
  file: File,
  csrf: string,
  progress: (part: number) => void,
): Promise<Uploaded> {
  const { promise, resolve, reject } = Promise.withResolvers<Uploaded>()
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('x-csrf-token', csrf)
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
  request.addEventListener('load', () => {
    if (request.status === 200) resolve(JSON.parse(request.responseText) as Uploaded)
    else reject(new Problem(request.status, bodyOf(request.responseText)))
  })
  request.addEventListener('error', () =>
    reject(new Problem(0, { title: '连接不上服务器', detail: '请检查网络后再试。' })),
  )
  request.send(formOf(file))
  return promise
}
