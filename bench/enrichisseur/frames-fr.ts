/** Texts with places for what tells of a person; what stands after ` @@ ` must be kept. Slots: see `fill`. */
export const frenchFrames = `
Bonjour, je suis {p} et mon imprimante LaserJet n'imprime plus. Mon numéro : {tel}. Merci, {first} @@ imprimante imprime
{NN} ne peut plus ouvrir sa session Windows sur {pc}. Mot de passe saisi : {pw}. Pilote réseau réinstallé. @@ session Pilote réinstallé
Vu avec {n} par téléphone au {tel}, câble réseau débranché derrière le bureau, rebranché. @@ câble rebranché
Mail de {mail} : la boîte partagée ne se synchronise plus dans Outlook depuis le changement de profil. @@ boîte profil
Compte {login} verrouillé par un ancien téléphone. Rappeler {Mme} {N} au poste {ext}. @@ téléphone verrouillé
Le portable de {p} (S/N {serial}) ne démarre plus : barrette mémoire remplacée. @@ mémoire remplacée
Intervention chez {p}, {addr} : box remplacée, VPN rétabli. @@ box VPN
mdp : {pw} pour le compte {login}, à changer à la première connexion. Profil itinérant corrompu recréé. @@ Profil corrompu
{N} signale que le scanner du secrétariat envoie des pages blanches. Vitre nettoyée, rouleau remplacé. @@ scanner rouleau
j ai eu {n} au tel, son pc {pc} rame, disque plein, fichiers temporaires supprimés @@ disque temporaires
Le patient {p}, né le {birth}, n'apparaît plus dans le dossier : réindexation de la base relancée. @@ base
Numéro de sécurité sociale {nir} refusé par le lecteur de carte Vitale. Pilote du lecteur mis à jour. @@ lecteur Pilote
Prise en main TeamViewer {tv} mot de passe {pw} : certificat expiré remplacé sur le serveur. @@ certificat expiré
{M} {N} a demandé à {first2} de relancer le spouleur : document de 400 pages bloqué dans la file. @@ spouleur file
Chemin {path} inaccessible : droits NTFS perdus après la restauration, héritage remis. @@ droits restauration
Collègue : {p}. Merci de prévenir aussi {p2} ({mail2}). La borne Wi-Fi du couloir est hors ligne, port PoE désactivé. @@ borne port
De la part de {p}, infirmière : les étiquettes ne sortent plus, câble USB remplacé. @@ étiquettes câble
Le badge {badge} de {p} n'ouvre plus la salle serveur, synchronisation du lecteur relancée. @@ synchronisation lecteur
RIB {iban} illisible dans Sage après la mise à jour, police réinstallée. @@ Sage police
Code de la porte : {pin}. Onduleur en alarme dans le local, batterie remplacée. @@ Onduleur batterie
Appel de {Dr} {N} : écran noir dans le logiciel d'imagerie, carte graphique en cause, pilote revenu en arrière. @@ logiciel pilote
Utilisateur : {login} ; téléphone : {tel} ; bureau 212. Casque Teams sans son, périphérique par défaut corrigé. @@ Casque défaut
Poste {pc} au nom de {NN} : BitLocker demande la clé {bitlocker} à chaque démarrage, TPM remis à zéro. @@ démarrage
{p} ({login}@chu-exemple.fr) ne reçoit plus les mails, quota dépassé, archivage activé. @@ quota archivage
Identifiant {login} mot de passe {pw} ne marchent pas sur le VPN, MFA réenregistrée. @@ VPN
La clé Wi-Fi est {pw}, la noter pour {first}. Canal saturé, borne changée de canal. @@ Canal borne
Remplaçant de {p} : {p2}, arrive lundi. Création du profil, droits copiés sur le dossier partagé. @@ profil droits
Serveur joint en {ip} depuis le poste {pc} : route statique absente, ajoutée. @@ route statique
On m'a dit de voir avec {n} ou {n2}. Le logiciel de paie plante à l'ouverture, cache vidé. @@ logiciel cache
Signé {first} {last_initial}. — lecteur réseau absent après redémarrage, script de connexion corrigé. @@ lecteur script
Écrire à {mail_spelled} quand c'est fini. Tambour de l'imprimante en fin de vie, remplacé. @@ Tambour remplacé
Madame {N} habite {addr}, livraison du téléphone à cette adresse. Ligne SIP recréée. @@ Ligne
Son mot de passe est resté {plainpw} depuis l'an dernier. Stratégie de mot de passe appliquée. @@ Stratégie
WhatsApp de {first} : {telintl}. Switch de l'étage redémarré après une surtension. @@ Switch surtension
{LOGINCAPS} : session bloquée sur l'écran de chargement, profil recréé. @@ profil
Merci à {p} et {p2} pour leur patience, la boucle réseau venait d'un câble branché sur deux prises. @@ boucle câble
IMPRIMANTE EN PANNE CHEZ {NN} AU {tel}, MERCI DE FAIRE VITE @@ IMPRIMANTE PANNE
Le PC de {first} fait un écran bleu après KB5034441, mise à jour désinstallée. @@ KB5034441 désinstallée
Fiche : nom {N}, prénom {first}, matricule {badge}, service radiologie. Licence Office réactivée. @@ Licence
`

/** Written before the rules were measured. */
export const heldFrenchFrames = `
Suite à notre échange, {first} m'a laissé son code {pin} et son mot de passe provisoire ({pw}). Antivirus mis à jour, exclusion ajoutée. @@ Antivirus exclusion
Ticket ouvert par {Mme} {N} ; contact sur place {n2}, {tel}. Alimentation du commutateur remplacée. @@ Alimentation commutateur
La messagerie de {p} renvoie une erreur 550, enregistrement SPF corrigé. @@ messagerie SPF
bonjour c {n} jarriv pa a me conecter, mon login c {login} et mon mdp {pw} @@ login
{N} {first}, chambre 12, télévision sans réseau : prise murale recâblée. @@ prise réseau
Dossier n° {badge} de {p} bloqué en lecture seule, verrou fermé sur le serveur de fichiers. @@ verrou serveur
À l'attention de {M} {NN} : votre onduleur {serial} est sous garantie jusqu'en 2027. @@ onduleur garantie
Le fils de {Mme} {N} joue sur le poste d'accueil, restriction d'horaires mise en place. @@ poste accueil
Envoyé depuis l'iPhone de {first}. Plus de tonalité sur le {tel}, port du PABX réactivé. @@ tonalité port
Procuration pour {p2} pendant l'absence de {p} du 3 au 7, délégation de calendrier accordée. @@ délégation calendrier
Domaine\\{login} n'arrive plus à joindre {path}, DNS secondaire obsolète retiré. @@ DNS obsolète
{last_upper} OK, {last2_upper} KO : les deux certificats de la carte CPS ont expiré. @@ certificats carte
Impossible de joindre {first} ({tel}) ni {first2} ({telintl}) ; mis un mot sur le bureau. Écran remplacé. @@ Écran remplacé
Adresse de facturation : {addr}. Modem remplacé par le fournisseur. @@ Modem fournisseur
`
