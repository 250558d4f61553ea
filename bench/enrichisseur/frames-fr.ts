/** Texts with places for what tells of a person; what stands after ` @@ ` must be kept. Slots: see `fill`. */
export const frenchFrames = `
Bonjour, je suis {p} et mon imprimante LaserJet n'imprime plus. Mon num\u00e9ro : {tel}. Merci, {first} @@ imprimante imprime
{NN} ne peut plus ouvrir sa session Windows sur {pc}. Mot de passe saisi : {pw}. Pilote r\u00e9seau r\u00e9install\u00e9. @@ session Pilote r\u00e9install\u00e9
Vu avec {n} par t\u00e9l\u00e9phone au {tel}, c\u00e2ble r\u00e9seau d\u00e9branch\u00e9 derri\u00e8re le bureau, rebranch\u00e9. @@ c\u00e2ble rebranch\u00e9
Mail de {mail} : la bo\u00eete partag\u00e9e ne se synchronise plus dans Outlook depuis le changement de profil. @@ bo\u00eete profil
Compte {login} verrouill\u00e9 par un ancien t\u00e9l\u00e9phone. Rappeler {Mme} {N} au poste {ext}. @@ t\u00e9l\u00e9phone verrouill\u00e9
Le portable de {p} (S/N {serial}) ne d\u00e9marre plus : barrette m\u00e9moire remplac\u00e9e. @@ m\u00e9moire remplac\u00e9e
Intervention chez {p}, {addr} : box remplac\u00e9e, VPN r\u00e9tabli. @@ box VPN
mdp : {pw} pour le compte {login}, \u00e0 changer \u00e0 la premi\u00e8re connexion. Profil itin\u00e9rant corrompu recr\u00e9\u00e9. @@ Profil corrompu
{N} signale que le scanner du secr\u00e9tariat envoie des pages blanches. Vitre nettoy\u00e9e, rouleau remplac\u00e9. @@ scanner rouleau
j ai eu {n} au tel, son pc {pc} rame, disque plein, fichiers temporaires supprim\u00e9s @@ disque temporaires
Le patient {p}, n\u00e9 le {birth}, n'appara\u00eet plus dans le dossier : r\u00e9indexation de la base relanc\u00e9e. @@ base
Num\u00e9ro de s\u00e9curit\u00e9 sociale {nir} refus\u00e9 par le lecteur de carte Vitale. Pilote du lecteur mis \u00e0 jour. @@ lecteur Pilote
Prise en main TeamViewer {tv} mot de passe {pw} : certificat expir\u00e9 remplac\u00e9 sur le serveur. @@ certificat expir\u00e9
{M} {N} a demand\u00e9 \u00e0 {first2} de relancer le spouleur : document de 400 pages bloqu\u00e9 dans la file. @@ spouleur file
Chemin {path} inaccessible : droits NTFS perdus apr\u00e8s la restauration, h\u00e9ritage remis. @@ droits restauration
Coll\u00e8gue : {p}. Merci de pr\u00e9venir aussi {p2} ({mail2}). La borne Wi-Fi du couloir est hors ligne, port PoE d\u00e9sactiv\u00e9. @@ borne port
De la part de {p}, infirmi\u00e8re : les \u00e9tiquettes ne sortent plus, c\u00e2ble USB remplac\u00e9. @@ \u00e9tiquettes c\u00e2ble
Le badge {badge} de {p} n'ouvre plus la salle serveur, synchronisation du lecteur relanc\u00e9e. @@ synchronisation lecteur
RIB {iban} illisible dans Sage apr\u00e8s la mise \u00e0 jour, police r\u00e9install\u00e9e. @@ Sage police
Code de la porte : {pin}. Onduleur en alarme dans le local, batterie remplac\u00e9e. @@ Onduleur batterie
Appel de {Dr} {N} : \u00e9cran noir dans le logiciel d'imagerie, carte graphique en cause, pilote revenu en arri\u00e8re. @@ logiciel pilote
Utilisateur : {login} ; t\u00e9l\u00e9phone : {tel} ; bureau 212. Casque Teams sans son, p\u00e9riph\u00e9rique par d\u00e9faut corrig\u00e9. @@ Casque d\u00e9faut
Poste {pc} au nom de {NN} : BitLocker demande la cl\u00e9 {bitlocker} \u00e0 chaque d\u00e9marrage, TPM remis \u00e0 z\u00e9ro. @@ d\u00e9marrage
{p} ({login}@chu-exemple.fr) ne re\u00e7oit plus les mails, quota d\u00e9pass\u00e9, archivage activ\u00e9. @@ quota archivage
Identifiant {login} mot de passe {pw} ne marchent pas sur le VPN, MFA r\u00e9enregistr\u00e9e. @@ VPN
La cl\u00e9 Wi-Fi est {pw}, la noter pour {first}. Canal satur\u00e9, borne chang\u00e9e de canal. @@ Canal borne
Rempla\u00e7ant de {p} : {p2}, arrive lundi. Cr\u00e9ation du profil, droits copi\u00e9s sur le dossier partag\u00e9. @@ profil droits
Serveur joint en {ip} depuis le poste {pc} : route statique absente, ajout\u00e9e. @@ route statique
On m'a dit de voir avec {n} ou {n2}. Le logiciel de paie plante \u00e0 l'ouverture, cache vid\u00e9. @@ logiciel cache
Sign\u00e9 {first} {last_initial}. \u2014 lecteur r\u00e9seau absent apr\u00e8s red\u00e9marrage, script de connexion corrig\u00e9. @@ lecteur script
\u00c9crire \u00e0 {mail_spelled} quand c'est fini. Tambour de l'imprimante en fin de vie, remplac\u00e9. @@ Tambour remplac\u00e9
Madame {N} habite {addr}, livraison du t\u00e9l\u00e9phone \u00e0 cette adresse. Ligne SIP recr\u00e9\u00e9e. @@ Ligne
Son mot de passe est rest\u00e9 {plainpw} depuis l'an dernier. Strat\u00e9gie de mot de passe appliqu\u00e9e. @@ Strat\u00e9gie
WhatsApp de {first} : {telintl}. Switch de l'\u00e9tage red\u00e9marr\u00e9 apr\u00e8s une surtension. @@ Switch surtension
{LOGINCAPS} : session bloqu\u00e9e sur l'\u00e9cran de chargement, profil recr\u00e9\u00e9. @@ profil
Merci \u00e0 {p} et {p2} pour leur patience, la boucle r\u00e9seau venait d'un c\u00e2ble branch\u00e9 sur deux prises. @@ boucle c\u00e2ble
IMPRIMANTE EN PANNE CHEZ {NN} AU {tel}, MERCI DE FAIRE VITE @@ IMPRIMANTE PANNE
Le PC de {first} fait un \u00e9cran bleu apr\u00e8s KB5034441, mise \u00e0 jour d\u00e9sinstall\u00e9e. @@ KB5034441 d\u00e9sinstall\u00e9e
Fiche : nom {N}, pr\u00e9nom {first}, matricule {badge}, service radiologie. Licence Office r\u00e9activ\u00e9e. @@ Licence
`

/** Written before the rules were measured. */
export const heldFrenchFrames = `
Suite \u00e0 notre \u00e9change, {first} m'a laiss\u00e9 son code {pin} et son mot de passe provisoire ({pw}). Antivirus mis \u00e0 jour, exclusion ajout\u00e9e. @@ Antivirus exclusion
Ticket ouvert par {Mme} {N} ; contact sur place {n2}, {tel}. Alimentation du commutateur remplac\u00e9e. @@ Alimentation commutateur
La messagerie de {p} renvoie une erreur 550, enregistrement SPF corrig\u00e9. @@ messagerie SPF
bonjour c {n} jarriv pa a me conecter, mon login c {login} et mon mdp {pw} @@ login
{N} {first}, chambre 12, t\u00e9l\u00e9vision sans r\u00e9seau : prise murale rec\u00e2bl\u00e9e. @@ prise r\u00e9seau
Dossier n\u00b0 {badge} de {p} bloqu\u00e9 en lecture seule, verrou ferm\u00e9 sur le serveur de fichiers. @@ verrou serveur
\u00c0 l'attention de {M} {NN} : votre onduleur {serial} est sous garantie jusqu'en 2027. @@ onduleur garantie
Le fils de {Mme} {N} joue sur le poste d'accueil, restriction d'horaires mise en place. @@ poste accueil
Envoy\u00e9 depuis l'iPhone de {first}. Plus de tonalit\u00e9 sur le {tel}, port du PABX r\u00e9activ\u00e9. @@ tonalit\u00e9 port
Procuration pour {p2} pendant l'absence de {p} du 3 au 7, d\u00e9l\u00e9gation de calendrier accord\u00e9e. @@ d\u00e9l\u00e9gation calendrier
Domaine\\{login} n'arrive plus \u00e0 joindre {path}, DNS secondaire obsol\u00e8te retir\u00e9. @@ DNS obsol\u00e8te
{last_upper} OK, {last2_upper} KO : les deux certificats de la carte CPS ont expir\u00e9. @@ certificats carte
Impossible de joindre {first} ({tel}) ni {first2} ({telintl}) ; mis un mot sur le bureau. \u00c9cran remplac\u00e9. @@ \u00c9cran remplac\u00e9
Adresse de facturation : {addr}. Modem remplac\u00e9 par le fournisseur. @@ Modem fournisseur
`
