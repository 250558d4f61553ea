import { foldToWords } from '../text/fold.ts'

export type AssetType = 'computer' | 'monitor' | 'printer' | 'phone' | 'peripheral'

const types: [RegExp, AssetType][] = [
  [/\b(pc|pcs|ordinateurs?|computers?|laptops?|portables?|workstations?|postes?)\b/, 'computer'],
  [/\b(imprimantes?|printers?|copieurs?|imprimente\w*)\b/, 'printer'],
  [/\b(ecrans?|moniteurs?|monitors|screens?)\b/, 'monitor'],
  [/\b(telephones|phones|smartphones?)\b/, 'phone'],
  [/\b(peripheriques?|peripherals?|douchettes?)\b/, 'peripheral'],
]

/** The type of office equipment that a sentence names. */
export function findAssetType(sentence: string): AssetType | undefined {
  const text = foldToWords(sentence)
  return types.find(([pattern]) => pattern.test(text))?.[1]
}
