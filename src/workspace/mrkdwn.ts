import { type Html, html, safeUrl } from './html.ts'

/** Names for the ids in texts. */
export interface Names {
  user(id: string): string
  channel(id: string): string
}

const emojis: Readonly<Record<string, string>> = {
  white_check_mark: '✅',
  bulb: '💡',
  '+1': '👍',
  '-1': '👎',
  warning: '⚠️',
  eyes: '👀',
  hourglass_flowing_sand: '⏳',
  upside_down_face: '🙃',
}

const token =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|:([a-z0-9_+-]+):|(?<![\w*])\*(?=\S)([^*\n]+?)\*(?!\w)|(?<!\w)_(?=\S)([^_\n]+?)_(?!\w)|(?<![\w~])~(?=\S)([^~\n]+?)~(?!\w)/g

/** Slack's mrkdwn as HTML. A scanner: every run of text passes the escaper, none is matched as HTML. */
export function mrkdwn(source: string, names: Names): Html {
  const groups: { quote: boolean; lines: string[] }[] = []
  const lines = source.includes('```') ? [source] : source.split('\n')
  for (const line of lines) {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line)
    const last = groups.at(-1)
    const text = quoted?.[1] ?? line
    if (last && last.quote === (quoted !== null)) last.lines.push(text)
    else groups.push({ quote: quoted !== null, lines: [text] })
  }
  return html`<div class="text">${groups.map(({ quote, lines: group }) => {
    const shown = group.map((line, i) => html`${i > 0 && html`<br>`}${inline(line, names)}`)
    return quote ? html`<blockquote>${shown}</blockquote>` : html`<div>${shown}</div>`
  })}</div>`
}

/** A link that opens apart; just its label when the address is not one that a link may have. */
export function link(address: string, label: unknown): Html {
  const url = safeUrl(address)
  return url ? html`<a href="${url}" target="_blank" rel="noopener noreferrer">${label}</a>` : html`${label}`
}

export function emoji(name: string): Html {
  const sign = emojis[name]
  return sign ? html`<span role="img" aria-label="${name}">${sign}</span>` : html`:${name}:`
}

function inline(source: string, names: Names): Html[] {
  const pieces: Html[] = []
  let end = 0
  for (const found of source.matchAll(token)) {
    pieces.push(html`${unescaped(source.slice(end, found.index))}`, styled(found, names))
    end = found.index + found[0].length
  }
  return [...pieces, html`${unescaped(source.slice(end))}`]
}

function styled(found: RegExpExecArray, names: Names): Html {
  const [, block, code, angle, emojiName, bold, italic, struck = ''] = found
  if (block !== undefined) return html`<pre>${unescaped(block)}</pre>`
  if (code !== undefined) return html`<code>${unescaped(code)}</code>`
  if (angle !== undefined) return reference(angle, names)
  if (emojiName !== undefined) return emoji(emojiName)
  if (bold !== undefined) return html`<strong>${inline(bold, names)}</strong>`
  if (italic !== undefined) return html`<em>${inline(italic, names)}</em>`
  return html`<del>${inline(struck, names)}</del>`
}

function reference(angle: string, names: Names): Html {
  const [target = '', label] = angle.split('|')
  const id = target.slice(1)
  if (target.startsWith('@')) return html`<span class="mention">@${names.user(id)}</span>`
  if (target.startsWith('#')) return html`<span class="mention">#${label ?? names.channel(id)}</span>`
  if (target.startsWith('!date^')) return html`${unescaped(label ?? '')}`
  if (target.startsWith('!')) return html`<span class="mention">@${id.replace(/^subteam\^/, '')}</span>`
  return link(unescaped(target), unescaped(label ?? target))
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
