import { pieces } from '../language/pieces.ts'

/** A piece of a message, and the same with everything blanked that its author did not say. */
export interface EvidencePiece {
  text: string
  evidence: string
}

/** A message in pieces, each beside its evidence. Linear in its length. */
export function evidencePieces(text: string): EvidencePiece[] {
  const evidence = evidenceOf(text)
  let at = 0
  return pieces(text).map((piece) => {
    const from = at
    at += piece.length
    return { text: piece, evidence: evidence.slice(from, at) }
  })
}

/**
 * What a message says in its author's own words: code, quoted lines, logs, stack traces and addresses are blanked; a
 * single name in backticks stays.
 * Length and line ends stay, so that every offset in it is one in the message. Linear in the length.
 */
export function evidenceOf(text: string): string {
  const told = text.includes('`')
    ? text.replace(CODE, (code) => (NAME.test(code) ? code : blank(code)))
    : text
  const own = withoutPastedLines(told)
  return LINK_SIGN.test(own) ? own.replace(ADDRESS, blank).replace(BARE_ADDRESS, blank) : own
}

function blank(part: string): string {
  return part.replace(/[^\n]/g, ' ')
}

/** Fenced, or inline on one line; a backtick that is somebody's apostrophe ("don`t") opens nothing. */
const CODE = /```[\s\S]*?```|(?<![\p{L}\p{N}`])`[^`\n]+`(?![\p{L}\p{N}`])/gu

/** One name in backticks ("we know `this` and `that`") is a word of the sentence, not code. */
const NAME = /^`[@\p{L}\p{N}][\p{L}\p{N}@/._-]*`$/u

const LINK_SIGN = /:\/\/|www\.|\.(?:com|org|net|edu|gov)\//i
/** What ends a sentence is no part of the address before it. */
const ADDRESS = /\b(?:[a-z][a-z+.-]{1,9}:\/\/|www\.)[^\s<>"|`]*[^\s<>"|`'.,;:!?)\]}]/gi
/** Without a scheme only where its domain is plain: many names of libraries hold a dot and a slash. */
const BARE_ADDRESS = /(?<![\w./@-])\w[\w.-]{0,80}\.(?:com|org|net|edu|gov)\/[^\s<>"|`]*/gi

/** Far enough into a line to know what it is. */
const LOOKED_AT = 400

function withoutPastedLines(text: string): string {
  const lines = text.split('\n')
  const looks = lines.map((line) => line.slice(0, LOOKED_AT))
  const last = lastQuoted(looks)
  let traced = false
  return lines
    .map((line, i) => {
      const look = looks[i]!
      const frame = FRAMES.some((pattern) => pattern.test(look))
      // Source lines stand indented below their frame, and the error ends the trace.
      const below = traced && (/^\s/.test(look) || RAISED.test(look))
      traced = TRACE_STARTS.test(look) || (traced && /^\s/.test(look))
      const header = BARE_ERROR.test(look) && FRAMES.some((pattern) => pattern.test(looks[i + 1] ?? ''))
      const pasted = i >= last || QUOTED.test(look) || frame || below || header
      return pasted || LOGGED.some((pattern) => pattern.test(look)) ? blank(line) : line
    })
    .join('\n')
}

const QUOTED = /^\s*(?:>|&gt;)/
const QUOTED_ON = /^\s*(?:>>>|(?:&gt;){3})/

/** The line from which all is quoted: `>>>` quotes what follows, unless later lines bear marks of their own. */
function lastQuoted(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => QUOTED.test(line))
  return at >= 0 && QUOTED_ON.test(lines[at]!) ? at : lines.length
}

/** A trace whose frames have their source below. */
const TRACE_STARTS = /^\s*(?:Traceback \(most recent call last\)|File ".*", line \d+)/
/** What ends such a trace: the name of the error alone, or before a colon. */
const RAISED = /^[\w.]+(?::|\s*$)/
/** Also how somebody may begin a sentence: the header of a trace only above a frame. */
const BARE_ERROR = /^\s*(?:Uncaught )?(?:Error|Exception|Warning)\b/

/** Lines of a stack trace. */
const FRAMES: readonly RegExp[] = [
  TRACE_STARTS,
  /^\s*at\s.*[A-Za-z_>][^\s:()]*:\d+(?::\d+)?\)?\s*$/,
  /^\s*at\s.*\((?:native|<anonymous>|Native Method|Unknown Source)\)\s*$/,
  /^\s*from \S+:\d+:in /,
  /^\s*(?:\/|\.{1,2}\/|[A-Za-z]:\\)\S*:\d+\b/,
  /^\s*\.{3} \d+ more\s*$/,
  /^\s*Caused by: /,
  /^\s*(?:Uncaught )?(?:[\w$]+\.)*[A-Z]\w*[a-z](?:Error|Exception|Warning)(?::|\s*$)/,
  /^\s*Exception in thread "/,
  /^\s*\w+ \d+ \[[\w ,]+\]:\s*$/,
]

/** Lines of a log. */
const LOGGED: readonly RegExp[] = [
  // A date with its seconds begins no sentence, whatever follows.
  /^\s*[[(]?\d{4}[-/.]\d{2}[-/.]\d{2}[T ]\d{2}:\d{2}:\d{2}/,
  /^\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s\d{2}:\d{2}:\d{2}\s/,
  // A time, or a date with a time, needs a level: people write times too.
  /^\s*[[(]?(?:[\d/.-]+[T ])?\d{1,2}:\d{2}\S*\s(?:\S+\s){0,3}?[[(<]?(?:ERROR|FATAL|CRITICAL|SEVERE|WARN|WARNING|INFO|NOTICE|DEBUG|TRACE)\b/,
  /^\s*\[\s*(?:error|fatal|critical|severe|warn|warning|info|notice|debug|trace)\s*\]/i,
  /^\s*(?:ERROR|FATAL|DEBUG)\s*[:[(-]/,
  /^\s*(?:CRITICAL|WARNING|WARN|INFO|TRACE):[\w.]+:/,
  /^\s*\w+ ERR!/,
  /"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+ HTTP\/\d/,
  /\blevel=(?:error|fatal|warn|warning|info|debug|trace)\b/i,
  /^\s*\{\s*"[^"]*"\s*:/,
]
