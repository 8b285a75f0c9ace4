/** Text that is safe to send as HTML: only the `html` tag makes it. */
export interface Html {
  readonly safe: string
}

const made = new WeakSet<object>()

/** Escapes every value that is not itself made by this tag; lists are joined; false, null and undefined vanish. */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  const safe = parts.reduce((so, part, i) => so + part + (i < values.length ? shown(values[i]) : ''), '')
  const result = { safe }
  made.add(result)
  return result
}

/** An address that a link may have (http, https, mailto); undefined for any other. */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}

function shown(value: unknown): string {
  if (value === false || value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(shown).join('')
  if (isHtml(value)) return value.safe
  return String(value).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function isHtml(value: unknown): value is Html {
  return typeof value === 'object' && value !== null && made.has(value)
}
