import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** A started program that is ended by its own id, at the latest when the bench ends. */
export interface Child {
  process: ChildProcess
  /** Milliseconds from the start to what it was waited for. */
  readyMs: number
  /** All that it said until then. */
  said: string
  stop(): Promise<void>
}

const LIMIT_MS = 30_000

/** Starts Node away from any `.env`, with no variables but the given ones; resolves when its output matches. */
export function startUntil(
  args: readonly string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<Child> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: tmpdir(), env })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', kill)
      resolve()
    })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(kill, 3000)
    await ended
    clearTimeout(late)
  }
  let said = ''
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      kill()
      reject(new Error(`${args.at(-1)} ${why}: ${said.slice(-2000)}`))
    }
    const limit = setTimeout(() => fail(`was not ready in ${LIMIT_MS} ms`), LIMIT_MS)
    child.once('exit', (code) => {
      clearTimeout(limit)
      fail(`ended with ${code}`)
    })
    const hear = (chunk: Buffer) => {
      said += chunk
      if (!ready.test(said)) return
      clearTimeout(limit)
      child.stdout.off('data', hear).resume()
      child.stderr.off('data', hear).resume()
      resolve({ process: child, readyMs: performance.now() - from, said, stop })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
}

/** Resident megabytes of a running program, from the kernel where it tells, else from `ps`. */
export function residentMb({ process: { pid } }: Pick<Child, 'process'>): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}

/** Milliseconds of processor time that a running program has taken; not a number where the kernel does not tell. */
export function cpuMs({ process: { pid } }: Pick<Child, 'process'>): number {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return Number.NaN
  // Behind the name, which may hold spaces: user and system time are the 12th and 13th, in hundredths of a second.
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return 10 * (Number(fields[11]) + Number(fields[12]))
}
