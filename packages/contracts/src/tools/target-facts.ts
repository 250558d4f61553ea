/** Facts that targets of one kind share; policy rules and standing grants name them. */
export const accountFacts = ['login', 'privileged', 'vip', 'clientName', 'container', 'domain'] as const
export const clientFacts = ['clientId', 'clientName'] as const
export const ticketFacts = ['status', ...clientFacts] as const

/** Facts that rules may name before there is a tool that has them: the number of machines of a wide action. */
export const factsToCome = ['deviceCount'] as const
