import { fileURLToPath } from 'node:url'

export const knowledgeFolder = fileURLToPath(new URL('../../knowledge', import.meta.url))
