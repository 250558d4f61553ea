import bash from 'highlight.js/lib/languages/bash'
import ini from 'highlight.js/lib/languages/ini'
import json from 'highlight.js/lib/languages/json'
import powershell from 'highlight.js/lib/languages/powershell'
import sql from 'highlight.js/lib/languages/sql'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import type { Options } from 'react-markdown'
import rehypeHighlight from 'rehype-highlight'

const languages = { bash, ini, json, powershell, sql, xml, yaml }

/** Colours the code of a service desk: shells, settings, queries; other languages stay plain. */
export const highlight: NonNullable<Options['rehypePlugins']>[number] = [
  rehypeHighlight,
  { languages, aliases: { bash: ['sh', 'shell', 'console'], powershell: ['ps', 'ps1'] } },
]
