export interface PastedMessage {
  author: string
  text: string
  /** `HH:MM` on a 24-hour clock. */
  time?: string
}

const clock = String.raw`(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([AaPp])\.?[Mm]\.?)?`
// Two spaces part name and time in Slack's copy; after one space only capitalised words pass for a name.
const nameAndTime = new RegExp(
  String.raw`^(?:(\S[^:]{0,58}?)\s{2,}|((?:\p{Lu}[^\s:]*\s){1,4}))(?:APP\s+)?\[?${clock}\]?$`,
  'u',
)
const timeAlone = new RegExp(String.raw`^(?:APP\s+)?\[?${clock}\]?$`)
const bracketed = new RegExp(String.raw`^\[${clock}\]\s*([^:]{1,60}):\s*(.*)$`)
const nameAndText = /^([\p{L}][\p{L}\p{M}\d .'_-]{0,39}):\s+(\S.*)$/u
const chrome =
  /^(?:\d+ repl(?:y|ies)|last reply .*|view thread|new|today|yesterday|also sent to the channel|APP|(?:mon|tues|wednes|thurs|fri|satur|sun)day, .{3,30})$/i

/**
 * Reads a discussion copied out of Slack (a line with name and time, then lines of text) or written as
 * `name: text`. Lines before the first name belong to nobody and are left out; empty when no name is found.
 */
export function readPaste(source: string): PastedMessage[] {
  const raw = source.split(/\r?\n/)
  const lines = raw.map((line) => line.trim())
  const messages: PastedMessage[] = []
  const slackFormat = lines.some((line) => timeAlone.test(line) || nameAndTime.test(line))
  for (const [index, line] of lines.entries()) {
    const current = messages.at(-1)
    // A name may stand alone above its time: at the start, after a gap, or when the time is indented.
    const alone = !lines[index - 1] || /^\s/.test(raw[index + 1] ?? '')
    const next = slackFormat ? headerOf(line, alone ? lines[index + 1] : '', current?.author) : spokenOf(line)
    if (next) messages.push(next)
    else if (current && !chrome.test(line)) current.text += `\n${line}`
  }
  return messages
    .map((message) => ({ ...message, text: message.text.trim().replace(/\s*\(edited\)$/, '') }))
    .filter((message) => message.text !== '')
}

function headerOf(line: string, following = '', author?: string): PastedMessage | undefined {
  const alone = timeAlone.exec(line)
  if (alone) return author ? { author, text: '', time: time(alone, 1) } : undefined
  const spoken = bracketed.exec(line)
  if (spoken) return { author: spoken[4] ?? '', text: spoken[5] ?? '', time: time(spoken, 1) }
  const named = nameAndTime.exec(line)
  if (named) return { author: (named[1] ?? named[2] ?? '').trim(), text: '', time: time(named, 3) }
  if (line && line.length <= 60 && timeAlone.test(following) && !/[.!?,;]$/.test(line)) {
    return { author: line, text: '' }
  }
  return undefined
}

function spokenOf(line: string): PastedMessage | undefined {
  const spoken = bracketed.exec(line)
  if (spoken) return { author: spoken[4] ?? '', text: spoken[5] ?? '', time: time(spoken, 1) }
  const named = nameAndText.exec(line)
  return named ? { author: named[1] ?? '', text: named[2] ?? '' } : undefined
}

function time(match: RegExpExecArray, at: number): string {
  const half = match[at + 2]?.toLowerCase()
  const hours = Number(match[at]) % (half ? 12 : 24)
  return `${String(hours + (half === 'p' ? 12 : 0)).padStart(2, '0')}:${match[at + 1]}`
}
