import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A stretch of a source file. `specifier` is the address in an import or export. */
export interface Segment {
  kind: 'code' | 'comment' | 'string' | 'specifier' | 'template' | 'regex'
  text: string
  line: number
}

/** Behind these a slash begins a regular expression, not a division; `a!` is a value. */
const beforeRegex =
  /(?:^|[(,=:[&|?{};+\-*%<>~^]|(?<![\w)\]])!|\b(?:return|case|typeof|in|of|do|else|void|yield|await))\s*$/
/** Behind these stands an address. */
const beforeSpecifier = /\b(?:from|import)\s*\(?\s*$/

/** Takes TypeScript apart into code, comments, strings, text of templates and regular expressions; nothing is lost. */
export function segmentsOf(source: string): Segment[] {
  const segments: Segment[] = []
  /** Depth of braces for each template whose `${` is open. */
  const open: number[] = []
  let code = ''
  let at = 0
  let line = 1
  const add = (kind: Segment['kind'], text: string) => {
    if (text) segments.push({ kind, text, line })
    line += text.split('\n').length - 1
  }
  const leaveCode = () => {
    add('code', code)
    code = ''
  }
  const take = (kind: Segment['kind'], end: number) => {
    leaveCode()
    add(kind, source.slice(at, end))
    at = end
  }
  const takeTemplate = () => {
    const end = endOfTemplate(source, at + 1)
    if (source.startsWith('${', end - 2)) open.push(0)
    take('template', end)
  }
  while (at < source.length) {
    const sign = source[at]!
    if (source.startsWith('//', at)) take('comment', endAt(source, '\n', at))
    else if (source.startsWith('/*', at)) take('comment', endAt(source, '*/', at + 2) + 2)
    else if (sign === "'" || sign === '"')
      take(beforeSpecifier.test(code) ? 'specifier' : 'string', endOfString(source, at))
    else if (sign === '`') takeTemplate()
    else if (sign === '/' && beforeRegex.test(lastCode(segments, code))) take('regex', endOfRegex(source, at))
    else if (sign === '}' && open.at(-1) === 0) {
      open.pop()
      takeTemplate()
    } else {
      if (sign === '{' && open.length > 0) open.push(open.pop()! + 1)
      if (sign === '}' && open.length > 0) open.push(open.pop()! - 1)
      code += sign
      at += 1
    }
  }
  leaveCode()
  return segments
}

/** The TypeScript files below a folder, with their segments. */
export function segmentsBelow(folder: string): { file: string; segments: Segment[] }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ file, segments: segmentsOf(readFileSync(join(folder, file), 'utf8')) }))
}

/** Code since the last string, or what stands for a value where a string was just closed. */
function lastCode(segments: readonly Segment[], code: string): string {
  if (code.trim() !== '') return code
  const last = segments.filter(({ kind, text }) => kind !== 'comment' && text.trim() !== '').at(-1)
  if (!last) return ''
  return last.kind === 'code' || last.text.endsWith('${') ? last.text.replace(/\$\{$/, '{') : 'value'
}

function endAt(source: string, sign: string, from: number): number {
  const found = source.indexOf(sign, from)
  return found < 0 ? source.length : found
}

function endOfString(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source[at] !== source[from]) at += source[at] === '\\' ? 2 : 1
  return at + 1
}

/** Behind the closing backtick, or behind the next `${`. */
function endOfTemplate(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== '`') {
    if (source.startsWith('${', at)) return at + 2
    at += source[at] === '\\' ? 2 : 1
  }
  return at + 1
}

function endOfRegex(source: string, from: number): number {
  let at = from + 1
  let inClass = false
  while (at < source.length && (inClass || source[at] !== '/')) {
    if (source[at] === '[') inClass = true
    if (source[at] === ']') inClass = false
    at += source[at] === '\\' ? 2 : 1
  }
  at += 1
  while (/[a-z]/.test(source[at] ?? '')) at += 1
  return at
}
