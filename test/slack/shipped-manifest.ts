import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'

/** The fields of a manifest that tests look at; all of them stand in manifest.yml. */
export interface AppManifest {
  display_information: { name: string; description: string; long_description: string }
  features: {
    app_home: { messages_tab_read_only_enabled: boolean }
    slash_commands: { command: string; description: string; url?: string }[]
    shortcuts: { name: string; type: string; callback_id: string; description: string }[]
  }
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
  settings: {
    event_subscriptions: { bot_events: string[]; request_url?: string }
    interactivity: { request_url?: string }
    socket_mode_enabled: boolean
  }
}

export function parseManifest(text: string): AppManifest {
  return load(text) as AppManifest
}

export const manifestText = readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')
export const manifest = parseManifest(manifestText)
