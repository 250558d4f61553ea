/** Part 2 of the vocabulary: folded words of the shipped documents, of the demo tickets and of the trade. */
export const words2 = `
localized locataire location locations locaux lock lockd locked lockout locks log logge logged logging logiciel
logiciels login logins logique logo logoff logon logout logs loguer loin long longer longest longs longtemps longue
longues longueur look lookalike looked looking looks lookup loop looped loops loose looser lordi lors lose loses
loss lossy lost lot loueur lourd low lower lowered lowers lt lte lu lue lues lui lumiere luminosite lun lunch lundi
lus ma mac machine machines macro macros madame made magasin mail mailbox mails main mains maintenance maintenant
mainteneur maintenir maire mairie mais maison maitrise maj majeur majeure major majuscule majuscules make makes mal
malade maladie malformed malgre malware manage management manager managers mandat mandataire mandate mandats manip
manipulatrice manipulons manquaient manquait manquante manquants manque manquent manual manuscrites manuscrits many
mapi mapped mapping marchait marchant marche mardi margin mari mark markdown marked marker marks markup marquant
marque marquee marquees marques marqueur mars masque masquee masquer massive match matched matcher matches materiel
materielle materiels maths matin matinee matins matter mauvais mauvaise maximal maximale may maybe mcp md mdp me
mean meaning means meant meanwhile measured measurements measures mecanique medaillons medecin medecine medecins
median mediane medical medicale medicaments medicaux medico medium meeting megabytes megaoctets meilleure mein
melanges member members membership memberships membre membres meme memes memoire memoris memory men menage mend
mended mene menent mensuel mention mentioning mentions menu mer merci mercis mercredi mere merge merged mes message
messagerie messageries messages mesure mesuree mesures met metadata metadonnees metallique meteo meter method
methode methodes metier metric metrics metrique metriques mets mettent mettrait mettre mfa mfernandez mferrer mfp mi
mich micro micrologiciel microphone microprogramme microsoft middle midi miennes mieux migrated migration milieu
mille million millions milliseconds mimosas min mind mine minister ministre minuscules minute minutes mis mise
miseajour mises mismatch missed missing mission misspelt mistral mistyped mixage mme mobile mode model modele
modeles models modem modifi modification modifie modifiee modifier modifies modifiez module modules moi moindre
moins mois moitie molette moment moments mon monde moniteur moniteurs monitor monitored monitoring monitors monsieur
montage montant monte monter montes month months montrait montre montrent montrer morceaux more morning mort morte
mortes most mot moteur moteurs motif mots mouillees mount mounted mouse move moved moves moyen moyenne mr mrs ms mtu
much muet muets muette multicast multifacteur multifactor multifonction multiple multiprise municipal municipale
murale murales musique must muted my myself naissance name named names namespace naming nan narrow nat natively
navigateur navigateurs navigation nbsp ne near nearest necessaire necessaires nee need needed needs negated negation
negociation negocie neige neighbor neighbors neighbour neighbours neither net netdom netsh netsoins nettoyage
nettoye nettoyer nettoyeur network networks neuf neufs neuve never new newer newest news next ni nicht nickel nie
night niveau niveaux nltest no nobody nocturne node noeud noir noircissement noircissent noircit noire noires noise
nom nomade nombre nominatif nominatifs nomme nommee nommees nommement nomment nommer nommes noms non none nope nor
normal normale normalement normaux northgate nos not notaire note noted notee noter notes nothing notice notif
notification notifications notifie notified notifier notify noting notre noun nous nouve nouveau nouveautes nouveaux
nouvel nouvelle nouvelles now nowhere npm nslookup nsow ntlm ntp nuit nuits null nulle num number numbers numerique
numeris numerisation numerise numerisent numeriseur numero numeros numerotees numlock nurse nursing nvme object
objet objets obligatoire obligatoires observed observee observium obsolete obstacle obtenir obtient obturateur
occupe occupent occupes occupons octet octobre odd odds oe oeil of off offboarding offer offers offert office
officine offline often ok ol old older oldest ollama on onboarding once onduleur onduleurs one onedrive ones ongle
onglet onglets online only ont open opened opening opens oper operateur operateurs operating operation operationnels
operatoire opinion opinto opposites opposition optimiseur option optional options optique or orage orange order
ordered orders ordi ordinaire ordinaires ordinary ordinateur ordinateurs ordonnance ordonnances ordre ordres
organisateur organisation organisational organisationnelle organisations organise organizational original originator
origine origins orphan orphelin orphelins os ospf ost ote oter other others otherwise otp ou ouais oubli oublie
oubliee oublier oui our ours out outage outbox outcome outcomes outdated outermost outil outils outlook output outre
outside outwards ouvert ouverte ouvertes ouverts ouverture ouvertures ouvre ouvrees ouvrent ouvres ouvrez ouvrir
over overheating override overtakes own owner ownership owns oxydee oxydes pac pace package packages packet page
pages paie paiement pair pairs pale palette paliers panel panne panneau pannes paper papier papiers paquets par
paraissent parametr parametre paraphrase parasurtenseur parc parce parcourir parcouru pare parefeu pareil parent
parents parfait parfois parking parle parler parleur parleurs parlez parmi parse part partage partagee partagees
partager partages partant partenaire partenariat partent parti partial participants particular particularites
particulier particuliere particuliers partie parties partir partiraient partition partout parts party parviennent
parviens parvient pas pase pass passage passages passante passe passed passee passees passent passer passerelle
passes passez passing passons passphrase passwd password passwords past paste pasword patch patched pate path
pathologie patient patients patron pattern patterns pause paused pauses pave payroll pb pc pcs pdf pduval peine
pelleteuse penalites pendant pending pense penser penses pensez people per percent percer perd perdent perdez perdre
perds perdu perdue perdues perdus perf perfect perform performance performances perfs perime perimee perimes period
periode periodes periods peripheral peripherals peripherique peripheriques permanence permanent permanente
permanentes permet permis permission permissions permute permuter person personal personnalises personne personnel
personnelle personnelles personnels personnes persons perte pertes pese pesent petit petites petits peu peut peuvent
peux pgvector pharmacie pharmacy phase phishing phone phones photo photocopieur photographier phrase phrases physio
pick picks piece pieces pied piege pile piles pilote pilotes pin ping pings pinned piratee pire piste pivot pixel
place placees placeholder places plafond plage plaie plaignent plain plainte plaisir plan planificateur planifie
planifiee planifiees planifier planned planning plannings plans plant platanes plateau plateaux please plein pleine
pliee pls plug plugged plupart plural pluriprofessionnelle plus plusieurs plutot plz pm poe poem poeme point pointer
points policies policy polite politique poll polled poller polling polls pop port portable portables portail portal
porte portee portent porter portes porteur ports pose posee posees poses positif possession possible possibles post
poste postes postings posts poubelle pouce pour pourcentage pourquoi pourra pourriel pourriez pouvez pouvoir pouvons
power powers powershell pr practice praticien praticiens pre prealable precaution precedent precedente precedentes
precedents precis precisant precise prefer prefixe prelevement premier premiere premieres premiers premises pren
prend prendre prends prenom preparation prepare prepared preparee preparer prepartagee preposition pres prescription
prescriptions presence present presentateurs presente presenter presents presets president presque press pressant
presse pressee pressure prestataire pret prete pretes prets preuve preuves prevenance prevenez prevenir prevenu
prevenue prevenues prevenus previen previens previent preview previous prevoir prevoyait prevu prevue prevus price
prie prime principal principale print printed printer printers printing printui prio priorit prioritaire priorite
priorites priority pris prise prises privacy private prive privee privees prives privilege privileged privileges
privilegie privilegiee pro probable probably problem probleme problemes problems proceder procedure procedures
process processed processes processeur processor processors processus prochain prochaine proche produit profession
professionnel professionnelle professionnels profil profile profils profs program programme programmee programmer
programmes programs progress promettre promise promises prompt prompts pronote proof proofs propos propose proposee
proposent proposer proposes proposons propre proprement propres proprete proprietaire propriete protection protege
protegee proteger protocol prouve prouvee prouver proved proves provider providers provisoire proxies proxy ps
psexec pst pu public publicites publics publie publique published puce puedo puis puissance puissances puisse pull
pulverisation purge purgee purger purges purpose put puts pw pwd pword qr qu quai qualite quand quarantaine
quarantine quart quarter quartier quarts quatre que quel quelle quelles quelqu quelque quelques quels queries query
question questionnaire questions queue queued queues qui quick quiet quinzaine quinze quinzieme quittant quitte quoi
quorum quota quotas quote quoted quotes quotidien quser raccorde raccordement raccorder raccordes raccourci
raccourcis raccrocher racine rack raconte radio radiologue radiology rag raid raise raised raises raison raisons
rajout rajouter ralentissement ralentissent ralentit rallume rallumer ram ramasses rame ramene ran rancongiciel
random rang rangees rangement rank ranked ranking ransomware rapide rapidement rapides rappel rappele rappelee
rappeler rappelle rapport rapproche rapprocher raquo rarement rassemble rate rates rather rattache rattachee
rattachement raw rayon raz rcosta rdp rds re reach reachable reached reaches react reactiv reactivation reactive
reactivee reactiver read readable reader readers reading readings readonly reads ready real realise really reason
reasons reassign reattribue reboot rebooted rebranche rebranchee rebrancher rebranches rebuild rebuilt receive
received receiver receivers recemment recent recente recentes recently recents reception recette recevoir recevons
recevrait rechange recharger rechargez recherche rechercher recherches recipe recipients reciprocal recogni
recognise recognised recognition recois recoit recoivent recommence recommencer recommencez recommend recomputes
reconcile reconnaissance reconnait reconnaitre reconnect reconnecte reconnected reconnecter reconnectes reconnectez
reconnecting reconnexion reconnu reconnus reconstruire reconstruit recopie recopier record recorded records recours
recouvert recouvrant recover recovered recovering recovers recovery recreated recreation recree recreee recreer
recto recu recue recues reculant recuperation recuperer recursive recyclage red redaction redemande redemandent
redemander redemarr redemarrage redemarrages redemarre redemarree redemarrent redemarrer redemarrez redevenu
redevient redige rediger redirecteur redirecteurs redirection redirects redirigee rediriger redonne redonner reduire
reduit reedige reeducation reel reelle reenable reessaye reessayer reessayez refaire refais refait refaite refaites
reference referenced references referent referme refermes refers reflexes reformul reformule refus refusal refusals
refuse refused refusee refusees refuser refuses regarde regardent regarder regardez regarding regards registre
reglage reglages regle reglementaire regler regles regularite reguliere regulieres rei reindexation reinit
reinitialis reinitialisation reinitialise reinitialisee reinitialiser reinscription reinstall reinstallation
reinstalle reinstalled reinstaller reject rejected rejection rejet rejete rejetee rejeter rejette rejoignent rejoint
rejoue rejouer rejoues relais relanc relance relancee relancer related relation relationship relative relay release
relecture releve relever releves relie reliee reliees relient relies relire reload reloading reloads relu relue
relus remarche remedes remember remembered remembers remercie remet remettre remind reminder reminders remis remise
remontage remonte remote remotely remount remov remove removed removes remplac remplacant remplacante remplacants
remplace remplacee remplacement remplacer remplacez remplie remplir ren rename renamed rencontre rencontres rend
rendez rendre rendu rendus renegociation renew renewed renews renforce renforcee renomme renommee renommer renouvel
renouvele renouveler renouveles renouvelle renouvellement renseigne rentrer renvoi renvoie renvois renvoye renvoyer
reopen reopened reopens reouverture reouvre reouvrir rep repadmin repair repaired reparation repare reparer reparti
repas repeat repeated repeats reperee repertoire repetees repeter repetes repeteur repetition rephrase replace
replaced replaces replanifiee replay replayed replays repli replica replicas replicat replication replique repliques
reply repond repondait repondant repondent repondeur repondez repondrait repondre repondu reponse reponses report
reporte reported reportee reporter reports reprend reprendre repris reprise reprises reproche reproduire reproduit
request requested requester requesters requests requete requetes required resaisir reseat reseated reseau reseaux
reservation reserve reservee reset reseter resets resetter resetting residence residences resident residents resol
resolu resolue resolues resolus resolution resolve resolved resolver resolves resolvez resou resoudre resources
resous resout respecte respecter respond responsabilite responsable response ressaisir ressembl ressemble ressenti
resserre resserrent ressources rest restant restante restants restart restarted restarts restaur restauration
restaure restaurees restaurer reste restee restees restent rester restitution restore restored restrictif rests
result resultat resultats results resume resumed resumer retabl retabli retablie retablir retablissement retaper
retard retenir retention retenu retenue retient retir retire retired retiree retirement retirer retires retirez
retombe retombee retombees retour retrait retraite retransmise retried retrieved retrouve retrouvent retrouver retry
return returns reunion reussi reussie reussies reussit reveal reveil revele revenir revenu revenue revenus
reverrouille reversible reviennent revient review reviewed revocation revoir revoke revoked revoque revoquee
revoquees revoquer revue revus reword rewrite rewrote rez rgpd rich rien right rights ring rise risque roaming robot
role roles roll rollback rolled rompue ronde room root rotated rotations rouge rouges rouleau rouleaux round rounds
routage route router routers routeur routeurs rouverte rouvr rouvre rouvrez rouvrir row rows rtp ruban ruche rue
rule rules run running runs runtime rupture rush rythme rz sa safe safeguard saine sais saisi saisie saisies saisir
saisis saisissez saisit sait salarie salaries sale salin salle salut same samedi sans sante satisfies saturated
saturation sature saturee saturees satures sauf saute sauvegard sauvegarde sauvegardee sauvegarder sauvegardes
sauver save saved savez savoir saw say saying says sc scaling scan scanned scanner scanners scans scenario scene
schedule scheduled schedules schema schtasks scintille sco scolaire scolaires scope scopes score scores screen
screens script scripts scrutin se sealed seals seance seances search searched searches searching seau second seconde
secondes seconds secours secouru secourue secrecy secret secretaire secretariat secrets secteur secteurs section
sections sectors secure securise securisee securisees securises securite security see seeing seem seems seen sees
segment select selected selection selectionnee selectionnees selector self selon semaine semaines semblable
semblables semble send sender sending sends sens sensibilisation sensible sensibles sensitive sensor sensors sent
sentence sentences separe separement separes sept septembre seq sera serai seraient serait serial serie seront serre
sert serve servent server servers serves serveur serveurs servi service services serving serviront ses session
sessions set sets setting settings settle settled settles settling setup seuil seuils seul seule seulement seuls
several severities severity sfc sfp sh shadows shadowstorage shall shape share shared sharepoint shares she sheet
shift shifted shipped short shortcuts shorten shorter shorthand should shouldn show shown shows shut shutdown si
sick side sie siege siem sien sienne siffle sign signal signale signalee signalement signalements signaler signales
signalez signature signatures signe signed signes signifie signin signs silence silencieux silent similaire
similaires similar simple simples simplifie simplified simplify simulee since sing single singular sinon sip site
sites sits situation situations six size skeleton skip sla slack slip slips slot slots slow slowness slt small
smaller smartphone sms smtp smtps snapshot snmp so sociale socket sockets software soi soignant soignants soignee
soignees soignent soignes soin soins soir soit sollicite sollicitees solution solutions solv solve solved solves
some somebody someone something somewhere sommes son sonne sonnerie sonnette sont soon sorry sors sort sortant
sortante sortants sorted sortent sorti sortie sorties sortir souci soucis soudain soufflette souhaite soumise source
sources souris sous souvent souviens souvient space spaced spaces spam spams span spanning speak speaker speaks
specialise specialisee specialite specification spectacle speed spelled spelling spends spent split spn spoil spoke
spool spooler spouleur spreadsheet sql sroux srv ssd ssid ssl sslcert sso st stable stack stacking stade staff stage
stagiaire stale stand standard standing stands start started starter starting starts startup state statement states
station stationnement statique statistics status statuses statut statuts stay stays stem stemmer stems step steps
still stock stockage stolen stop stopped stopping stops storage store stored stores stories storm story stp strange
stranger strangers strategie strategies stream street stricter strictest strictly string stripped strong structured
stuck style styled subdomain subject submit substituted succeed succeeded succes success such suffi suffisante
suffisent suffit suffix sui suis suit suite suits suivant suivante suivants suivent suivez suivi suivie suivies
suivis suivre sum summari summarize summary sums super supervise supervisee supervisees supervises supervision
supervisor supply support supported supports suppressed suppression suppressions supprim supprime supprimee
supprimees supprimer supprimes supprimez sur surchauffe sure sureness surface surgery surname surtension surtout
surveillance surveillante surveille surveiller surveilles survives suspect suspend suspendre suspends suspendu
suspendues suspens suspension suspicion suspicious svc svp swap swapped sweep switch switches switchs symbolic
symbolique symptom symptome symptomes symptoms sync synced synchronisation synchronise synchronisee synchronization
syncing synonym synonyme synthetise sys syslog system systematiquement systemctl systeme systemes systemroot systems
sz tab table tableau tableaux tables tablet tablets tablette tablettes tableur tabs tache taches tag tagged tags
taille take taken takes talk tally tambour tant tape tapee taper tard tarde target targets task tasks team teams
tech technical technician technicians technicien technicienne techniciens technique techniques tel telecharg
telechargement telecommande telephone telephones telephonie telephonique teleradiologie teletransmission
teletransmissions teletravail television tell tells tels temp temperature temperatures tempete template temporaire
temporaires temporary temps ten tenait tenant tenir tension tentait tentative tentatives tente tenue tenues term
terme terminal termine terminee terminees terms test teste tested testee tester testes tests tete text texte texts
than thank thanks that the theatre their them theme themselves then there therefore thermique these they thing
things think thinking thinned third this those thread threads three threshold through throughput throw thrown throws
thx ticket tickets tied tiennent tient tiers tightens tiles time timeline timeout timer times timestamp tiquet
tiquets tire tirets title titles titre titres titulaire tkt tkts tls to today todo together token tokens told tolere
tombaient tombe tombees tomber tombes tomorrow ton tonalite toner tonight too took tool tools top topic topics
topology tot total totale totals totp touch touche touchee toucher touches touchez toujours tour tourne tournee
tournees tous tout toute toutes towards town tpetit tr tracabilite trace traces trackpad trade traduction traduire
traduis traffic trafic train training traite traitement traiter traites trame tranchee transaction transactions
transceiver transfere transferer transferez transfert translate translation translations transmet transmette
transmettez transmettre transmis transmise transmission transmissions transport transports trap travail travaille
travaillent travailler travaillons travaux travel travelling travels traverse traversent tray treat tree trentaine
trentieme tres trials trick tried tries trigger triggers trigrams trimestre trimestres trimestriel trimestrielle
trimmed tripped trois troisieme trolleys tromper trompeuse tronque trop trou trouble troubleshoot trous trouve
trouvee trouvent trouver trouverait trouves true truncated trunk trunking trust trusted try ts tse tt tu tube tubes
tuned tuning tunnel turn turned turns tuto tutoriel twelve twice two type typed typeof types typing ui ul un unable
unaccent unanswered unarchive unassigned unauthorized unavailable unblock unchanged unconfigured und undefined under
understand understands understood undo undone une unexpected uninstall unique uniquement uniques unit unite unites
units universel unix unknown unless unlock unlocked unlocking unlocks unlok unnamed unpacked unpin unplug unplugged
unreachable unread unreadable unreviewed unseen unstable unsuccessful unsure untagged until untitled unverified up
updat update updated upgrade upgraded uplink upon ups upstream uptime urgence urgences urgency urgent urgente
urgentes urgents url ursule us usable usage usager usb use used usee useful user username users uses usine using
usual usually usure usurpateur usurpation utile utiles utili utilisable utilisateur utilisateurs utilisation
utilisations utilisatrice utilise utilisee utilisent utiliser utilises utilisez utilisons va vacances vacation
vacations vacuum vague vagues vain vais valable valables valeur valid validation validations valide validee valider
validite valrose value values variable variables variation variations vaut vblanc ve vector vectors veille venaient
vendor vendredi venir venons ventilateur ventilateurs ventilation venu venus verb verbs verdict verdicts vergessen
verif verification verifications verifie verified verifiee verifier verifies verifiez verify verouille verr verrez
verrou verrouill verrouillage verrouillages verrouillait verrouille verrouillee verrouillees verrouillent
verrouiller verrouilles vers version versions verso vert verticales verts very vestiaire veterinaire veut veux via
vide videe video videos vider vie vieille viennent viens vient vierges vieux view viewer viewers views vigilance
vigueur village ville violation vip vire virer virtual virtuel virtuelle virus vise visee visible visibles visio
visioconference visioconferences visite visites visiteur visiteurs visitors vital vitale vite vitesse vitest vive
vlan vm vmware vocabulary vocale voicemail voici void voient voip voir voirie vois voisin voisines voisins voit voix
vol vole volee volontaire volsnap volume volumineux vont vos votre vouloir voulu vous voyant voyants voyez voyons
vpn vrai vraie vraiment vssadmin vu vue vues wait waited waiting waits wake walk wall wan wanted wants warehouse
warm warning wary was watch watched watches watt watts way ways we weak wears weather web webcam webhook webhooks
website week weekend weeks weigh weighs weight weighted weights well went were what whatever whatsapp when whenever
where whether which while who whoami whoever whole whom whose why wi wibot wide widened wider widip wife wifi will
window windows wins wipe wire wired wireless with withdraw withdrawn within without wlan won wondering word words
wordwrap work workaround worked worker workflow workflows working works workstation workstations world would write
writer writers writes writing written wrong wrote wuauserv yaml yard year yep yes yesterday yet yeux you younger
your yours yourself zero zeros zip zod zone zones zoom
venait venu venus vient viennent canal canaux police polices patience habite livraison restauration heritage ntfs perte perdus pages vitre blanches
surtension canaux signe etage disque rame illisible absent absente absents presente presents manquant manquante survenu survenue constatation
revenu revenue revient marche marchent arriere avant apres lendemain matin soir midi semaine mois annee heure minutes secondes jours jour
secondaire secondaires refroidie refroidi refroidir reprogramme reprogrammee douchette codes barres caisse travaux coupee audio restaure
libere liberee posee redirige redirigee horloge decalee decale majuscules majuscule renomme renommee conserve conservee essaye essayer
`
