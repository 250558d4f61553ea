/** The work of the service desk. Notation: see `lexicon`. */
export const serviceGroups = `
ticket, incident, demande, request, issue
ouvrir un ticket, declarer un incident, open a ticket, signaler, raise a ticket
probleme, problem, souci, difficulte, trouble
erreur, error, echec, failure, fail
code erreur, error code, code d'erreur
resol*, solution, solve*, fix, fixed, corriger, correction, reparer, repair
contournement, workaround
cause, raison, reason, origine
panne generale, major incident, incident majeur
urgent, urgence, emergency, critique, critical, prioritaire, priority
escalade, escalader, escalation, escalate
technicien, technician, support, helpdesk, service desk, assistance, hotline
astreinte, on call, permanence
procedure, mode operatoire, process, marche a suivre, how to, tutoriel, guide, instruction
etape, step
contact, interlocuteur, correspondant, contacts
horaire, hours, opening hours, heure d'ouverture
adresse, address
telephone d'astreinte, on call number
client, customer, fiche client, client sheet
contrat, contract
delai, deadline, sla, gtr, engagement, temps de retablissement
retabl*, retablissement, restored, recovery time
cas similaire, similar case, cas resolu, resolved case, precedent
historique, history
equipement, equipment, materiel, hardware, device, appareil
inventaire, inventory, parc, asset
numero de serie, serial number
facture, invoice, facturation, billing
commande, order, devis, quote
livraison, delivery
intervention, deplacement, on site, sur site
rendez-vous, appointment
prevenir, avertir, notify, inform*
message, notification
securite, security, secure, securise
donnees personnelles, donnee personnelle, personal data, rgpd, gdpr
vie privee, privacy
salarie, employe, employee
medecin, docteur, doctor, dr, praticien
sante, medical, health data, donnee de sante
`
