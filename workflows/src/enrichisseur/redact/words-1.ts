/** Part 1 of the vocabulary: folded words of the shipped documents, of the demo tickets and of the trade. */
export const words1 = `
abaisse abaisser abandonne abime abimee abiment abimes able abonnement abord aborted about abouti aboutit above abre
absence absent absente absentes absents absolument accede acceder accent accents accept accepte accepted acceptee
acceptees acceptent accepter accepts acces access accessibles accompagne accompagnee accompagnement accord accorde
account accounting accounts accreditation accreditee acct accueil accueillons accuser achat achats achete achetee
ack acknowledge acknowledged acknowledgements acknowledges acknowledging acknowlege acount acquit acquitte acquittee
acquitter acquittez act acte acted actes actif actifs action actions activ active activee activees activement
activer actives activite actor acts actual actuel actuellement ad adaptateur add added address addresses adds adm
admet admin administers administrateur administratif administration administrative administratives administrator
administre administrer admission admissions adopted adoptee adoucir adresse adresses advance adverbs advice advisory
aeiou aerer aeroport affect affecte affected affecter affectes affichage affiche affichee affichees affichent
afficher affichera afficheront afin after afternoon afterwards again against age agence agenda agent agents ages
agian agir agissez ago agrafeuse agrandir agrave agree agreed agrees agregation agressive aguerin ai aide aider aile
ailleurs aims ainsi air aise ajout ajoute ajoutee ajoutees ajouter ajoutes alarm alarme alarmes alarms alcool alert
alerte alerter alertes alerting alerts alike alimentation alimente alimentee alimentees alimenter alimentes alive
all allee allege aller allergies allonge allonger allons allow allowed allows allum allume allumee allumees allument
allumer allumes almost alone along alors alphabets already also although always am amber ambiguite ameliore among
amont amp an ana analogie analyse analysees ancestor ancien ancienne anciennes anciennete anciens and anew anglais
animateur animation annee annees annexe annonce annoncee annoncer announce announced announces annuaire annulation
annule annulee annuler annulez anormal another ans answer answered answering answers anterieure antivirus any
anybody anyone anything anyway aout ap apart apercu api app appaire apparaissent apparait appareil appareils
appartenance appartiennent appartient appdata appear appears appel appelant appele appeler appelle appelons appels
appli applicatif application applications applicative applied applies applique appliquees appliquent appliquer
appliques apply appointment apporte apporter approbateur approbateurs approbation approbations approuv approuve
approuvee approuvees approuvent approuver approuvez approval approvals approve approved approver approvers approves
appui appuyez apres arbitrage arbre archiv archivage archive archived archivee archivees archives are argument
arguments armoire around arrachee arret arrete arretee arretees arretent arreter arretes arretez arriere arriv
arrival arrivals arrivant arrive arrivee arrivees arrivent arriver arrives arrivons article as asap ascenseur ask
asked asking asks aspirateur assertion assess asset assets assez assign assigne assigned assignee assignes
assistance assistant assistante associe assurance assure assureur astreinte astuce async at atelier ateliers ation
attach attached attachment attaquants attaque atteint atteinte attempt attempts attend attendant attendent attendez
attendre attendu attendue attente attention attestation attribu attribue attribuee attribuer attribues attribut
attributes attribution au aucun aucune audience audio audit audited auditors augmente aujourd aupres auraient aurait
aurions aussi aussitot auteur auteurs authentication authenticator authentif authentification authentifie
authentifies author authority authors auto autodiscover automate automates automatic automatically automatique
automatiquement automne autonegociation autonome autonomie autorisation autorisations autorise autorisees autoriser
autorite autorites autour autre autres aux available avais avait aval avance avancees avant avec avenue averti
avertir avertis avertissement aveu aveugle avez avion avis avocat avoir avons avril aw await away bac back
background backup backups bad badge badges badgeuse badly baie bail baisse baisser bal balneotherapie banale
bancaire bancaires band bande bandeau bandes bandwidth bank banner banque bar bare barre barrette bas bascule
basculement basculer base baseline bases basis basse bassins batch batches batiment batiments batonnet batterie
battery baux bavures bcp bcrypt be beau beaucoup became because become becomes been before began begin beginning
begins begun behind being believe believed believes bellerive belong belongs below bench beneficiaire beside besoin
best between beyond bge bgp bhamel bien bientot billing binary biologiste biomedical bip bipe birthday bitlocker
bits bitte bjr blackout blague blagues blanche blanches bleu blinks bloc blocage block blocked bloqu bloquait bloque
bloquee bloquees bloquer bloques blouse blue board boarding body bogue boite boites boitier bon bonjour bonne
bonsoir booking boolean boot bord borne bornee bornes boss bosse bot both bottom boucle boucles bouge bouilloire
boulevard bound boundary bourrage bourrages bourre bourse bout bouton boutons box bpduguard br bracelet bracelets
braces bracketed brainstorm brancardier branch branche brancher branches brassage brassee break breaker breaks bref
bridge brief bring brings bris brise broadband broke broken browser bruit brut brutale brutalement bruyantes bsod
budget bug builder building buildings builds built builtin bureau bureautique bureaux bus business but button by bye
bytes ca cabinet cabinets cablage cable cables cabling cachait cache cachee caches cadenas cadre cahier caisse
caisses calendar calendrier calendriers calibrage calibrer call callback called caller calls calm came camera
cameras camion campagne can canal canaux cancel cancelled candidate candidates cannot cant cap capabilities
capacites capital capitale capitalised capitals capot caps captent capteur capteurs captif caption captive capture
capturer car caractere caracteres card cards care caregiver carrier carries carry carte cartes cartouche cartridge
cas cascade case cases casque casse cassee catalogue catalogues catastrophique catch categorie categories category
cause caused causee causes cc cdp ce ceci cela cell celle celles celui centaines central centrale centrales centre
certaines certains certificat certificate certification certificats certifie certutil ces cesse cessent cession cet
cette ceux chacun chacune chain chaine chaleur chambre chambres champ champs chang change changed changee changees
changement changements changent changer changes changez changing channel channels chante chaque character characters
charge chargee charger chargeur chariot chariots chart charte chassis chat chats chaud chauffeur chaussures check
checked checker checks cheers chef chemin cher cherche chercher cherchez chere cheval chez chiffre chiffree
chiffrees chiffrement chiffres child chip choisi choisie choisir choisissez choisit choix choose chooses chose
chosen choses chrome ci cible cibles cinq ciphertext circuit circule citation cite cited citee citer cites civil
clacroix claim clair claire clairement class classe classer classeur classification classified classify classique
clause clavier cle clean clear cleared clearly cles clic cliche cliches click clicked client clients clignotant
clignotants clignote climatisation clinic clinique cliniques cliquant clique cliquer clock clone clore clos close
closed closes closing clot cloture cloturee cloturer cloturez cmd cmdkey cmeunier coche cochee code codec codes
codestral coeur coffre coffret coherence coherente cold collaborateur collaborateurs collaboratrice colleague
colleagues collectif collee collegue collegues coller colonne color column columns combien combles coment comes
comma command commande commandee commandes commands commas comme commen commence commencee commencent commencer
comment commentaire commentaires comments commerce commetn commises commit commnet common comms commun communaute
commune communes communique communiquer commutateur commutateurs company comparaison compare comparee comparer
compares compatibilite compatible compile complement complet complete completed completely completement completer
completes comporte composant composants compose composer comprehensible comprend comprendre compris comprise
comprises compromise comptabilite comptable compte comptees comptent compter comptes compteur comptez comptoir
computed computer computers concentrateur concept concepts concerne concernees concernes concerns concert concerts
conclure conclut condensation condition conditionnel conditions conexion confiance confidence confidential
confidentialite confie config configur configuration configurations configure configured configuree confirm
confirmation confirme confirmed confirmer confirmes confirmez confirms conflict conflictuel conflits confondre
conforme confort confusion conges connais connaissait connaissances connaissent connaissons connait connaitre
connect connecte connected connectee connectees connecter connectes connecteur connection connections connector
connexion connexions connu connue connues connus consecutive conseil conseillee consequence consequences
conservation conserve conservee conservees conserver conserves consider considerer consigne consignes consist
consists conso console consoles consommable consommation consomment const constante constat constate constatee
constater constatez constructeur consultables consultation consultations consulte consultent consulter conta contact
contacte contactez contacts container containing contains contenant contenir content contenter contenu contenus
context contexte contient continu continue continuer contourne contournement contourner contract contradictoire
contraindre contrairement contraste contrat contrats contre contredisent controle controlee controlees controler
controles controleur controleurs controller convenue conversation conversations converse conversez conversion
convertisseur convient cookies coordinateur coordination coordinatrice coordonnees copi copie copied copiee copier
copiers copies copieur copieurs copy corbeille cord cordialement cordon core cores corp corps correct correcte
corrected correctes correctif correctifs correcting correction corrects correspond correspondant correspondants
correspondent corrige corrigee corriger corrigez corrompu corrompue corrompues corrompus corrupt corrupted cost
costs cote cotes coucher coucou could couldn couleur couloir couloirs count counted counters counting counts coup
coupe coupee coupees coupent couper coupes coupure coupures courant courantes courir courriel courriels courrier
courriers cours court courte courtesy courts coute couvert couverte couverts couverture couvre coverage covered
covers cps cpte cpu crash crashed crashes crc cre creait create created creating creation credentials cree creee
creees creer crees creez creneau crimpage crise crit critical critique critiques crl croire crois croix crues csv
ctx cue cued cuisine current currently curseur cursor custom customer cut cuts cutting daccord danger dangereux
danke dans dark data database datastore date datent dates davantage day days db dc dcdiag de deactivate deactivated
dead deadline deadlock dear debit deblocage debloq debloqu debloque debloquee debloquer debloquons deborde debranche
debranchee debrancher debranches debranchez debut decale decalee decalees decaler decay dechet decide decided
decidee decidees decider decides decidez deciding decision decisions declaration declare declared declarees declarer
declenche decocher deconnecte deconnectee deconnectees deconnecter deconnexion decouverte decroche decrochent
deduplication default defaut defauts defectueuse defectueux defer deferral deferred defiler definition deforme
defragmentation degrade degraded deja del delai delais delayed delegate delegated delegation delegations delegue
deleguer delet delete deleted delivered deliveries delivery delivrance delock delogee demain demand demandait
demandant demande demandee demandees demandent demander demandera demanderont demandes demandeur demandeurs demandez
demandons demarr demarrage demarre demarrer demenage demenagement demi demo demon demonstrations demonte demonter
denied dentaire deny depannage depanne depanner depart departage department departs depasse depassee depend
dependances dependencies dependency dependent dependre deplace deplacee deplacees deplacement deplacer deplaces
deploi deploiement deploy depoussiere depui depuis derive dernie dernier derniere dernieres derniers deroule
derriere des desactiv desactivation desactive desactivee desactivees desactiver desactives desactivez descend
descends describe described description deselectionner design designe designent desinstall desk desktop desole
desormais dessert dessinee dessous dessus destinataire destinataires destination detail details detecte detection
detections detruis detruit detruits deux deuxieme devant developpe devenu deverouill deverrouill deverrouillage
deverrouillages deverrouille deverrouillee deverrouiller devez device devices devient devine deviner devis devra
devraient devrais devrait dhcp diag diagnose diagnosis diagnosti diagnostic diagnostique diagnostiquer dicte dictee
dicter did die dies differe difference differences different differente differentes differentiel differents
difficulte diffuse diffuses diffusion digest digests digits dimanche dimensionne dinternet diode dira dire direct
directe directement directeur direction director directory directrice disabl disable disabled disables disabling
disagrees disconnect discret discretion discuter disjoncteur disk dismiss dismissed disparaissent disparait disparu
disparue disparues dispatch display dispo disponible disque disques distance distant distante distants distinctes
distingue distribution distributions dit dite dites div divise divulguee dix dizaine dizaines dns do doc dock
docking docteur doctor document documentation documents docx does doesn doing dois doit doivent domain domaine
domains domicile don donc done donnant donne donnee donnees donner donnes donnez donniez dont door dormants dossier
dossiers dotted double doubles doubt doubtful doubts douchettes doute douteuse douteux douze down downgrade download
downloads downtime dpi dr draft drawn dre drive driver drivers droit droite droits drop dropped dropping drops drum
dry ds du due dump duplex duplique dupliquer dur durable duration durci dure duree during each eacute earlier early
eau ecart ecartait ecarte ecarter ecartes echange echangent echanger echanges echappe echeance echeances echec
echecs echoue echouee echouent echouer echue eclairage ecole economie ecoule ecoulee ecran ecrans ecrase ecrire
ecris ecrit ecrite ecrits ecriture ecritures ecrivez ed edf edge edges edit editer editeur edition editor edr
educateurs educatif educatifs educatrice ee efface effacee effacees effacement effacements effacer effaces effect
effectif effects effectue effet effondre egal egale egalement ehpad ei eight either elections electricien
electricite electricity electrique electrogene electronique element elements eleve elevee elevees elever eleves
elicitation elided elle elles else elsewhere email emails embarque embauche embedded embedding embeddings emblee
embout emergency emet emis emises empeche empechent empilent emplacement emploi employe employee employees employes
emporte emportee emporter empreinte empreintes empty emulated en enabl enable enabled enables enabling enceintes
encore encre encreur encrypt encryption end ended endif endroit endroits ends energie enfants enfin enfonce engage
engagement engine engines enlev enleve enlevee enlevement enlever enlevez enough enquete enregistr enregistre
enregistree enregistrees enregistrement enregistrent enregistrer enregistres enrolled enrolment ensemble ensuite
entend entendre enter entered entier entite entites entities entity entrant entrante entrants entre entree entrees
entrent entreprise entrer entretien entries entry env envers environ environment envoi envoie envoient envoy envoye
envoyee envoyer envoyes envoyez epeler episode epuise epuises equal equals equipe equipement equipements equipes
equipment er erase erased erases erasures err errdisable erreur erreurs error errors ert es escabeau escalade
escalader escalate escalated escalates escalation escape escaped espace espacement essai essais essay essaye essayee
essayer essence essentiel est estimate estimated estimation estimee estimees estimes et etablissement etablissements
etage etaient etait etant etape etapes etat etats ete eteignez eteindre eteins eteint eteinte eteints etendu etendue
etes ethernet etiquete etiquetee etiquetes etiquette etiquettes etranger etranges etre etude eu eux even evenement
evenements evening event events every everybody everyday everyone everything evidence evite eviter ex exact exacte
exactement exactly exacts examen examens examine examiner example examples excel except exception exchange exclusion
exclusions execute executed executee executer executing execution executor executors exemplaire exemple exempt
exerce exige exigeant exigeants exigence exiges exist existant existe exists exits expect expected expediteur expir
expiration expire expired expiree expirees expires expiries expiry explain explains explanation explanations
explication explications explicite explique expliquee exploitation exploite export exporte exported exportes exports
ext extends extension extensions exterieur exterieure exterieures externalisee externe extinction extra eyes ez
fabricant fabrique face facility facon fact facteur factor facts facturation facture facturee facultatif fai faible
fail failed failing faille failover fails failure failures faire fais fait faite faites faits fake fall falls false
familial familiale families famille familles family fan fans faq far fasse faster fatigue faudra faudrait fault
faults faulty fausse fausses faut faute fautif faux favor feeder fell femme fenetre fente fentes fera ferie feries
ferm ferme fermee fermees fermer fermes fermeture fermez ferrer fete feu feuilles feux few fff fi fiber fibre fiche
fichier fichiers fictif fictifs field fields fige figee figent figure figurent figures fil filaire filaires file
files filled filling film filmer films filter filtered filters filtrage filtre filtrer filtres fin final finalement
finally find finds fine fini finies finir finished finissent firefox firewall firewalls firmware first fit fits five
fix fixe fixed fixer fixes fixture flags flapping flash flatten flicker flickering flight floor floors flow flush
flushed flux fmartel foi fois fold folded folder folders follow followed following follows followup followups
fonction fonctionnait fonctionnalites fonctionne fonctionnement fonctionnent fond font foot football for force
foreign foret forever forged forget forgets forgive forgot forgotten form format formateur formation formats forme
formee forment formes forming forte fortigate forwarded foudre found four fourni fournir fournisseur fournisseurs
foyer fr fragmentation frame francais franchise frappe fraud fraude fraudeurs frauduleux free freed freely freeze
freezing frequency frequent frequente frequentes frequents fresh frigoriste froid froide from front frotter frozen
fsmo fulfil full function further fuseau fusion futur future fw fwd gagne gagnees gagnent gagner gains gap gaps
garanti garantie gardait gardant garde gardee gardent garder gardes gardons gars gasp gate gated gateway gathering
gave gbic gdpr gele genant gendarmerie gene genee genent general generale generate generated genere generer
generique genuine gere geree gerez gesperrt geste gestes gestion gesture get gets gg gigue give given gives glace
glass glisse glpi glued gmail go goes going gone gonflee gonflement good goodbye got goulotte gpo gpresult gps
gpupdate grammar grand grande grands granted grants graphe graphique grappe gratuit grave great greater greatest
green greeting gresille gresillent grises gros grosse grossit group groupe groupes grouping groups growing gsanchez
gsm gt gtr guess guesses guessing guest guide guilhem guys gym habe habilitation habilitee habilitees habitude
habituel habituelle hache hachee had hago half hall hallo halved hameconnage hand handled handles hanging hangs
happen happened happening happens happy harbour hard hardly hardware harmless has hasard hash hausse haut haute have
he head header heading headings headset health heap hear heard heartbeat heat hebdomadaire heberge hebergement
hebergeur held hello help helpdesk helper her here heure heures heuristique hey hi hidden hide hides hier high
highest him himself hint his histoire historique historiques history hiya hold holder holds holiday holidays home
homoglyph homonyme homonymes homonyms honest hop hopital hops horaire horaires horloge horodatage horoscope hors
hospital hospitalisation host hostile hostname hosts hot hotel hotline hour hours how however hr hs html http https
hub hui humain humaine humaines human humide hundred hung hurry husband hybrid hyperviseur hyphens ia icacls ich ici
icmp icone id idea idem identifiable identifiant identifiants identification identifie identifier identifiers
identifies identify identique identiques identite identitovigilance identity idle ids if iface ignore ignored
ignores il illicites illisible illisibles ils image imagerie images imaging imap img imitates immediat immediatement
immeuble immobile impact imperative import importants importe impose imposent imposes impossible impression
impressions imprim imprimante imprimantes imprime imprimer imprimons improve in inaccessible inactif inactifs
inactive inattendu inbox inchanges incident incidents included incoherentes incompatible incomplet incomplete
inconnu inconnue inconnues incorrect incorrecte incorrectes incremental indemnisation independants indesirable index
indexation indexes indice indique indiquee indispensable indisponib indisponible inferred infinitive infirmerie
infirmier infirmiere infirmiers info inform informaticien information informational informations informatique
informatiques informe informed informee informer informez infos ing ingest ingestion inhabituel inhabituelle
inheritance initial initialise initialize initiative injected injecteur injection injections injoignable
injoignables ink inline inner inoperant input inquiete inquieter inscription inscrire inscris inscrit inscrite
insert inside insiste insister instable install installateur installation installe installee installees installer
installons instanceof instant instantane instead instruction instructions insuffisant insuffisante insupportable
intact integre interactive interdit interdite interesse interface interfaces interference interieur interim
interimaire interlocuteur intermediaire intermediaires intermittence internal internat interne internes internet
interpolation interpreter interroge interroger interrompue interrompues interrupted interrupteur interruption
interval intervenants intervenir intervention interviendrons intervient intimite into introuvable introuvables
inutile inutilisable invalides inventaire inventer inventory inverse invisible invitation invite invites invoice
involontaire inwards ip ipad ipconfig ipsec ir irreversible is iscsi isn iso isolation isole isolee isoler isoles
isopropylique isp issue issues ist it item items itinerance itinerant its itself jai jam jamais jammed jarretiere
jarretieres jcartier jdesnoyers je jeton jetons jeudi jitter jme job jobs joignable joignables join joindre joined
joins joint jointe jointes joints joke jokes jour journal journaliste journaux journee jours joyeux json judge
judged judgement judgements juillet junk jusqu jusque just juste justifie justified kann kdc keep keeps kept
kerberos key keyboard keyof keys kill killed kind kinds kinesitherapeute kinship klist know knowledge known knows ko
krbtgt la label labelled labels labo laboratoire lacks lacp ladder laisse laisser laissez lan lance lancee lancement
lancer lancez lands langage language languages langue laptop laptops laquelle laquo large larges laser last lasted
lasting lasts late lately latence latency later latest lavable layout ldap ldaps le lead leads leak leaked leaking
lease least leave leaver leaves lecteur lecteurs lecture lectures led left leg legacy legale legs lendemain length
lent lente lentes lenteur lenteurs lents lequel les less let lets letter letters lettre lettres leur leurs levee
levees level levels lever lexical lexicon lguilhem li liaison liaisons libere liberee liberer liberes liberons libre
librement librenms libres licence licences license lie liee liees lien liens lier lies lieu lieux life lift light
lights ligne lignes like limit limite limited limitee limites limits line lines lingerie link links lira lire lis
lisant lisent lisez lisible lisibles list liste listed listen listens lister listes lists lit little live lives
livraison livre livrees ll lldp llm lng load loaded loading loads local localappdata locale locales localhost
`
