import yaml from 'highlight.js/lib/languages/yaml'
import Markdown, { type Options } from 'react-markdown'
import rehypeHighlight from 'rehype-highlight'
import './yaml-code.css'

const plugins: Options['rehypePlugins'] = [[rehypeHighlight, { languages: { yaml } }]]
const fence = '~'.repeat(12)

/** YAML with its keys, texts and numbers told apart; long lines wrap. */
export function YamlCode({ text }: { text: string }) {
  return (
    <div className="yaml-code p-3 text-sm">
      <Markdown rehypePlugins={plugins}>{`${fence}yaml\n${text}\n${fence}`}</Markdown>
    </div>
  )
}
