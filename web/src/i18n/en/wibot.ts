export const wibot = { title: 'WIBOT' }
