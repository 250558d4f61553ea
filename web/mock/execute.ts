import { minutes, type StoredApproval } from './data/make-approval.ts'
import { change, type MockState } from './state.ts'

const startMs = 900
const workMs = 2600

/** Plays the execution of an approved request: executing, then the outcome and its verification. */
export function execute(state: MockState, approved: StoredApproval): void {
  const executing: StoredApproval = { ...approved, state: 'executing' }
  setTimeout(() => change(state, executing, 'safeguard:request_executing'), startMs).unref()
  setTimeout(
    () => change(state, finish(state, executing), 'safeguard:request_executed'),
    startMs + workMs,
  ).unref()
}

function finish(state: MockState, executing: StoredApproval): StoredApproval {
  const isReset = executing.toolName === 'ad_reset_password'
  if (isReset) state.secrets.set(executing.approvalId, 'Tilleul-Rivage-4827')
  const name = executing.target.name
  return {
    ...executing,
    state: 'executed',
    secretAvailable: isReset,
    outcome: {
      summary: isReset
        ? {
            fr: `Mot de passe de ${name} changé et vérifié.`,
            en: `Password of ${name} changed and verified.`,
          }
        : { fr: `${name} : action faite et vérifiée.`, en: `${name}: done and verified.` },
      verification: {
        status: 'verified',
        detail: {
          fr: 'Relu dans le système deux secondes après.',
          en: 'Read again in the system two seconds later.',
        },
      },
      finishedAt: minutes(0),
      undo: null,
    },
  }
}
