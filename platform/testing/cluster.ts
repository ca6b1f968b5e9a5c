import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { type EmbeddedServer, startEmbedded } from '#platform/database/embedded.ts'
import { openTemporaryFolder, unprivilegedUser } from '#platform/database/system-user.ts'

/** A server in a temporary folder, for tests; it ends with this process, however this process ends. */
export async function temporaryCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(openTemporaryFolder(unprivilegedUser()), 'gongkai-test-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded(folder, { durable: false }).catch((fault: unknown) => {
    rmSync(folder, { recursive: true, force: true })
    throw fault
  })
  const watcher = watch(server, folder)
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      watcher.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Waits for the end of its input, which comes even when this process is killed; then stops the server
// if it is still that one, and removes the folder.
const watchScript = `cat >/dev/null
pid=$1; cluster=$2; folder=$3
[ "$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null)" = "$pid" ] && kill -QUIT "$pid"
tries=0
while [ -e "$cluster/postmaster.pid" ] && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries+1)); done
sleep 0.2; rm -rf "$folder"`

function watch(server: EmbeddedServer, folder: string): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', watchScript, 'sh', String(server.pid), server.folder, folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  if (watcher.stdin instanceof Socket) watcher.stdin.unref()
  return watcher
}
