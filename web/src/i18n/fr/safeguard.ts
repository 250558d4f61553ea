export const safeguard = { title: 'safeguard' }
