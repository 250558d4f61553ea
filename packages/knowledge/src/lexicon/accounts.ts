/** People, accounts, passwords, rights. Notation: see `lexicon`. */
export const accountGroups = `
mot de passe, mdp, password, passwd, pwd, code secret, passphrase
reinitialis*, reset, remise a zero, raz
oublie, oubli, forgot, forgotten, perdu, perte
changer, changement, modifier, modification, change, changing
compte, account, compte utilisateur, user account
utilisateur, utilisatrice, user, usager
identifiant, login, nom d'utilisateur, nom de connexion, username, logon name
verrouill*, bloqu*, lock, locked, lockout, blocked
deverrouill*, debloqu*, unlock*, deblocage
desactiv*, disable*, inactif
activ*, enable*
expir*, perime, outdated
annuaire, active directory, ad, directory, ldap, ad ds
domaine, domain
controleur de domaine, domain controller, dc
groupe, group
groupe de securite, security group
appartenance, membre, member, membership
droit, permission, autorisation, rights, privilege, habilitation
administrateur, admin, administrator
compte de service, service account
compte a privilege, privileged account, admin du domaine, domain admin
session, ouverture de session, logon, log on, sign in
connexion, connecter, connect, connection, connecte
deconnexion, deconnecter, disconnect*, logout, sign out, log off
authentif*, authentication, sso
double authentification, mfa, 2fa, authentification multifacteur, multifactor authentication, double facteur, multifacteur
application d'authentification, authenticator, code a usage unique, otp
identite, identity
verification, verifier, verify, check, controle, controler
strategie de groupe, gpo, group policy
strategie de mot de passe, password policy
relation d'approbation, trust relationship, approbation
certificat, certificate
chiffrement, chiffre, encryption, encrypt*
creation de compte, nouvel arrivant, arrivee, onboarding, new starter, nouveau salarie, embauche
depart, offboarding, leaver, fin de contrat
creer, creation, create, ajouter, ajout, add
supprim*, suppression, effacer, delete, remove
copier, copie, copy, dupliquer
restaur*, restore, recuperer, recuperation, recovery
replication, replicat*
unite d'organisation, ou active directory, organizational unit
prenom, first name
courriel d'origine, sender, expediteur
usurpation, phishing, hameconnage, fraude
personnel soignant, soignant, nurse, infirmier, infirmiere, caregiver
rappel, rappeler, call back, callback
accord, approbation humaine, approval, approve*, validation
refus, refuser, reject*, deny, denied
`
