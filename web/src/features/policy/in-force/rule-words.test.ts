// @vitest-environment jsdom
import type { PolicyRule } from '@hub/contracts'
import { renderHook } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { setLocale, startI18n } from '../../../i18n/setup.ts'
import { useRuleWords } from './rule-words.ts'

const wordsOf = (rule: Omit<PolicyRule, 'name'>) =>
  renderHook(() => useRuleWords()).result.current({ name: 'a rule', ...rule })

beforeAll(async () => {
  document.documentElement.lang = 'fr'
  await startI18n()
})

describe('a rule in words', () => {
  it('says when it matches, in the order in which people read it', () => {
    const { conditions } = wordsOf({
      when: {
        tools: ['ad_unlock_account', 'ad_reset_password'],
        level: 'L3',
        target: {
          privileged: true,
          recipientCount: { atLeast: 10, atMost: 20 },
          site: { oneOf: ['A', 'B'] },
        },
        arguments: { isPrivate: { not: false } },
        clients: ['Clinique Saint-Jean'],
        requester: 'mcp-client',
        outsideWorkingHours: true,
      },
      refuse: true,
    })
    expect(conditions).toEqual([
      'l’action est « Déverrouiller un compte ou Réinitialiser un mot de passe »',
      'l’action est de niveau L3',
      'compte privilégié = oui',
      'nombre de destinataires ≥ 10, nombre de destinataires ≤ 20',
      'site parmi « A » ou « B »',
      'suivi privé ≠ non',
      'le client est Clinique Saint-Jean',
      'un client MCP le demande',
      'c’est hors des heures ouvrées',
    ])
  })

  it('says what it then asks', () => {
    const { conditions, effects } = wordsOf({
      when: {},
      raiseTo: 'L4',
      terms: { approvals: 3, approver: 'N4', expiresInMinutes: 15, maxDeferralHours: 0, stepUp: true },
    })
    expect(conditions).toEqual([])
    expect(effects).toEqual([
      'au moins le niveau L4',
      '3 approbations au moins',
      'approbation N4 ou plus',
      'délai de 15\u00a0min au plus',
      'aucun report',
      'preuve de présence',
    ])
  })

  it('follows the language of the reader', async () => {
    await setLocale('en')
    const { conditions, effects } = wordsOf({ when: { target: { vip: true } }, terms: { approver: 'N3' } })
    expect([...conditions, ...effects]).toEqual(['VIP = yes', 'approval by N3 or above'])
    await setLocale('fr')
  })
})
