import { ConfigError } from '../config-error.ts'

/** Runs a command; the process ends with its code, or with the list of what is wrong with the settings. */
export async function endWith(command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}
