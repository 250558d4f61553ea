/** Workstations, printing, mail, applications. Notation: see `lexicon`. */
export const workstationGroups = `
ordinateur, poste, pc, computer, workstation, machine, poste de travail, laptop, ordinateur portable
ecran, screen, moniteur, monitor, display
ecran bleu, bsod, blue screen
clavier, keyboard
souris, mouse
imprim*, print*, imprimante, impression
multifonction, copieur, photocopieur, copier machine, mfp
file d'attente, spooler, print queue, queue, spouleur
papier, paper
bourrage, paper jam, jam
toner, cartouche, encre, ink, cartridge
scan*, numeris*, scanner
pilote, driver
windows, win10, win11
messagerie, mail, email, e mail, courriel, courrier electronique, mailbox, boite mail, boite aux lettres, bal
outlook, client de messagerie
profil, profile
boite partagee, shared mailbox
piece jointe, attachment
calendrier, agenda, calendar
indesirable, spam, junk
mail bloque, quarantaine, quarantine
teams, visioconference, visio, video call
sharepoint, onedrive
office, microsoft 365, m365, office 365, o365
bureautique, word, excel
fichier, file
dossier partage, lecteur reseau, partage, shared folder, network drive, share, lecteur
dossier, folder, repertoire
sauvegard*, backup, save
espace disque, disk space, disque plein, disk full, stockage, storage
disque, disk, disque dur, hard drive, ssd
memoire, memory, ram
processeur, cpu, processor
logiciel, software, application, programme, program, appli
logiciel metier, business software, dossier patient, dpi, dossier resident
licence, license
install*, installation, setup, deploy*, deploiement
desinstall*, uninstall*
configur*, configuration, parametr*, settings, parametre, reglage, set up
navigateur, browser, chrome, edge, firefox
antivirus, edr, virus, malware, ransomware, rancongiciel
cle usb, usb
serveur, server
base de donnees, database, sql
machine virtuelle, vm, virtual machine, hyperviseur
service windows, service, demon
journal, log, evenement, event log, event
script, powershell
ligne de commande, invite de commandes, command prompt, cmd
carte vitale, lecteur de carte, card reader, cps, carte cps
plant*, crash*, freeze, fige, gele
demarr*, start*, boot, allumer, turn on
eteindre, arret, shutdown, shut down, turn off
bouton, button
fenetre, window
afficher, affichage, show
ouvrir, ouverture, open
fermer, fermeture, close, cloture, cloturer
envoyer, envoi, send
recevoir, reception, receive
telecharg*, download
`
