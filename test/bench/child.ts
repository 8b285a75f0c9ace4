import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Starts Node away from any `.env`, with no variables but the given ones; ended by its own id with the bench, or after four minutes. */
export function startNode(
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, args, { cwd: tmpdir(), env, timeout: 240_000 })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  child.stderr.pipe(process.stderr)
  return child
}

/** A started program, with how long it took to say what it was waited for. */
export interface Ready {
  child: ChildProcessWithoutNullStreams
  ms: number
  /** What the pattern matched. */
  said: RegExpExecArray
}

export async function startUntil(
  args: readonly string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<Ready> {
  const from = performance.now()
  const child = startNode(args, env)
  let out = ''
  for (;;) {
    const [chunk] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    if (!(chunk instanceof Buffer)) throw new Error(`${args.at(-1)} ended before it was ready: ${out}`)
    out += chunk
    const said = ready.exec(out)
    if (!said) continue
    const ms = performance.now() - from
    child.stdout.resume()
    return { child, ms, said }
  }
}

/** Asks a program to end, and ends it when it does not. */
export async function stop(child: ChildProcessWithoutNullStreams): Promise<void> {
  const late = setTimeout(() => child.kill('SIGKILL'), 3000)
  child.kill('SIGTERM')
  await once(child, 'exit')
  clearTimeout(late)
}

/** Resident megabytes of a running program, from the kernel where it tells, else from `ps`. */
export function residentMb({ pid }: ChildProcessWithoutNullStreams): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}

/** Milliseconds of processor time that a running program has taken; not a number where the kernel does not tell. */
export function cpuMs({ pid }: ChildProcessWithoutNullStreams): number {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return Number.NaN
  // Behind the name, which may hold spaces: user and system time are the 12th and 13th, in hundredths of a second.
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return 10 * (Number(fields[11]) + Number(fields[12]))
}
