import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import type { ConfigIssue } from './config-error.ts'

/** The settings of `.env` in the working directory and what is wrong with the file; neither where there is none. */
export function readDotEnv(): { values: Record<string, string>; issues: ConfigIssue[] } {
  let bytes: Buffer
  try {
    bytes = readFileSync('.env')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { values: {}, issues: [] }
    return unreadable('cannot be read', 'Make it a readable file, or remove it.')
  }
  // As some editors and shells save it. Every other byte of plain English is zero then.
  if (bytes.includes(0)) return unreadable('is in UTF-16', 'Save it as UTF-8.')
  const text = bytes.toString('utf8').replace(/\r\n?/g, '\n')
  return { values: parse(text), issues: strangeLines(text).map(strangeLine) }
}

/** A setting as the parser takes it: its value may be quoted and go over several lines, up to a line's end. */
const SETTING =
  /^[^\S\n]*(?:export[^\S\n]+)?[\w.-]+[^\S\n]*(?:=|:[^\S\n])(?:[^\S\n]*(['"`])(?:\\\1|(?!\1)[\s\S])*\1[^\S\n]*(?:#.*)?|.*)$/gm

/** The numbers of the lines that the parser would leave out without a word. */
function strangeLines(text: string): number[] {
  const rest = text.replace(SETTING, (setting) => setting.replace(/[^\n]/g, ''))
  return rest.split('\n').flatMap((line, index) => (/^\s*(?:#|$)/.test(line) ? [] : index + 1))
}

/** Never with the line itself, which may hold a secret. */
function strangeLine(line: number): ConfigIssue {
  const problem = 'is neither empty, nor a comment that begins with #, nor NAME=value'
  return { variable: `.env:${line}`, problem, remedy: 'Mend or remove the line.' }
}

function unreadable(problem: string, remedy: string) {
  return { values: {}, issues: [{ variable: '.env', problem, remedy }] }
}
